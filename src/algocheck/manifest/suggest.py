"""Find what somebody probably meant by a word that is not known."""

import re
from collections.abc import Iterable

_LONGEST = 80  # nobody means a field by a longer word, and comparing costs its square
_LIKENESS = 0.7
_GAP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[\s_.-]+")


def suggest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of *known* that is most like *word*; None where nothing is near."""
    if len(word) > _LONGEST:
        return None
    import difflib

    by_form = {_form(each): each for each in known}
    near = difflib.get_close_matches(_form(word), by_form, n=1, cutoff=_LIKENESS)
    return by_form[near[0]] if near else None


def _form(word: str) -> str:
    # Begin-Date, begin date and beginDate are ways of writing begin_date.
    return _GAP.sub("_", word).lower()
