"""Tell what an import did, as a table in plain text."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from algocheck.register.importing import Fate, Imported
from algocheck.words import Language, Message, message, say

_KINDS = ("deployment", "supplier")
_MOST = 12  # of what is named one by one
_MOST_FIELDS = 30


def tell(imported: Imported, language: Language) -> str:
    """Return what *imported* did: how many of each kind, what was not, and what is no fact yet."""
    blocks = (_fates(imported), _kept(imported), _refused(imported), _untaken(imported))
    texts = ("\n".join(_line(part, language) for part in block) for block in map(list, blocks))
    return "\n\n".join(filter(None, texts)) + "\n"


def _line(line: Message | tuple[Message | str, ...], language: Language) -> str:
    if isinstance(line, Message):
        return say(line, language)
    first, *numbers = (say(c, language) if isinstance(c, Message) else c for c in line)
    return f"{first:<30}" + "".join(f"{number:>14}" for number in numbers)


def _fates(imported: Imported) -> Iterator[Message | tuple[Message | str, ...]]:
    if imported.dry_run:
        yield message("register.dry-run")
    if imported.manifests:
        yield ("", *(message(f"register.{kind}") for kind in _KINDS))
    for fate in Fate if imported.manifests else ():
        yield (
            message(f"register.{fate}"),
            *(str(imported.number_of(fate, kind)) for kind in _KINDS),
        )


def _kept(imported: Imported) -> Iterator[Message | tuple[Message | str, ...]]:
    files = [each.file for each in imported.manifests if each.fate is Fate.KEPT]
    if files:
        yield message("register.kept-files", n=len(files))
        yield from _some([(f"  {file}",) for file in files], _MOST)


def _refused(imported: Imported) -> Iterator[Message | tuple[Message | str, ...]]:
    positions: dict[tuple[str, Message], list[str]] = defaultdict(list)
    for refusal in imported.refusals:
        found = positions[refusal.file, refusal.reason]
        if refusal.position is not None:
            found.append(str(refusal.position))
    if positions:
        yield message("register.refused", n=len(imported.refusals))
    for (file, reason), numbers in positions.items():
        if not numbers:
            yield message("register.refused-file", file=file, reason=reason)
            continue
        shown = ", ".join(numbers[:_MOST]) + (", ..." if len(numbers) > _MOST else "")
        yield message(
            "register.refused-record", file=file, reason=reason, records=shown, n=len(numbers)
        )


def _untaken(imported: Imported) -> Iterator[Message | tuple[Message | str, ...]]:
    fields = imported.untaken()
    if fields:
        yield message("register.untaken")
        rows = [(f"  {field}", str(times)) for field, times in fields]
        yield from _some(rows, _MOST_FIELDS)


def _some(
    rows: Sequence[tuple[str, ...]], most: int
) -> Iterator[Message | tuple[Message | str, ...]]:
    yield from rows[:most]
    if len(rows) > most:
        yield message("register.more", n=len(rows) - most)
