"""--since: what git says that changed, and what else that means for the check."""

import functools
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from algocheck.changed.decisive import changed, gone, kept, settings
from algocheck.changed.history import then
from algocheck.changed.narrow import narrow
from algocheck.changed.then import Then
from algocheck.cli.config import find
from algocheck.manifest.discover import printable
from algocheck.pipeline import Narrow
from algocheck.resources import policies
from algocheck.words import Language, message, say


def narrowing(
    ref: str,
    paths: Sequence[str],
    *,
    bearing_on_all: Iterable[Path],
    skip_others: bool,
    language: Language,
) -> Narrow | None:
    """Return what leaves out the manifests that did not change; None where all are to be checked.

    The latter where one of the files and folders *bearing_on_all* changed, the configuration,
    or algocheck itself where it lies in the same repository; standard error says which. Raises
    `UsageError` as `then` does.
    """
    root = Path.cwd().resolve()
    earlier = then(ref, root=root, environment=os.environ)
    for path in (*_ours(root, earlier), *bearing_on_all):
        place = root / path
        if changed(place, earlier):
            known = earlier.existed(str(place))
            key = "since.all-changed" if known else "since.all-unknown"
            shown = printable(os.path.relpath(place, root))
            _note(say(message(key, path=shown, ref=ref), language))
            return None
    deleted = gone([root / path for path in paths], earlier)
    if deleted:
        _note(say(message("since.gone", n=deleted, ref=ref), language))
    if earlier.current and ref != "HEAD":
        _note(say(message("since.current", ref=ref), language))
    return functools.partial(narrow, then=earlier, skip_others=skip_others)


def _ours(root: Path, earlier: Then) -> list[Path]:
    """Return the configuration, and of what algocheck consists those parts that git keeps here."""
    configuration = find(root)
    own = [folder for folder in (policies(), Path(__file__).parents[1]) if kept(folder, earlier)]
    return [*settings(root, earlier), *([configuration[0]] if configuration else []), *own]


def _note(text: str) -> None:
    click.echo(text, err=True)
