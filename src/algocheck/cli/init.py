"""`algocheck init`: a manifest to start from."""

import sys
from pathlib import Path

import click

from algocheck.cli.asking import ask
from algocheck.cli.command import Command
from algocheck.cli.language import language_option
from algocheck.cli.options import Choice
from algocheck.cli.schema import SCHEMA, quoted
from algocheck.errors import UsageError
from algocheck.words import Language, message, say

KINDS = ("deployment", "supplier")
_STDOUT = "-"
_OPTIONS = {
    "algorithm.name": "--name",
    "algorithm.id": "--id",
    "organization.name": "--organization",
}


@click.command("init", cls=Command)
@click.argument("path", metavar="[PATH]", required=False)
@click.option("--kind", type=Choice(KINDS))
@click.option("--name", metavar="TEXT")
@click.option("--id", "identifier", metavar="ID")
@click.option("--organization", metavar="TEXT")
@click.option("--all", "everything", is_flag=True)
@click.option("--force", is_flag=True)
@language_option()
def command(  # noqa: PLR0913 -- a command line has as many options as it has
    *,
    path: str | None,
    kind: str | None,
    name: str | None,
    identifier: str | None,
    organization: str | None,
    everything: bool,
    force: bool,
    language: Language,
) -> None:
    """Make a manifest to start from: every question in its place, and no answers yet.

    PATH is the file to make, or a folder for it; "-" prints the manifest. Without
    a PATH, the file is named after the algorithm. On a terminal, init asks for
    what a manifest cannot do without; elsewhere, say it by --kind and --name or --id.
    """
    from algocheck.manifest.starter import starter

    facts = {"algorithm.name": name, "algorithm.id": identifier, "organization.name": organization}
    answers = {fact: _clean(text, fact) for fact, text in facts.items() if text is not None}
    kind, answers = _ask(kind, answers, language)
    named = answers.get("algorithm.id") or answers["algorithm.name"]
    file = _file(path, named)
    if file is not None and file.exists() and not force:
        raise UsageError("init.exists", path=_shown(file))
    text = starter(kind, language, answers, schema=_schema(file), everything=everything)
    _refuse_what_does_not_fit(text, answers)
    if file is None:
        _print(text)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    # "x" would not overwrite what somebody made since we looked.
    with file.open("w" if force else "x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
    _tell(file, kind, language)


def _clean(text: str, fact: str) -> str:
    cleaned = " ".join(text.split())
    if not cleaned:
        raise UsageError("init.empty", option=_OPTIONS[fact])
    if not cleaned.isprintable():
        raise UsageError("init.unprintable", option=_OPTIONS[fact])
    return cleaned


def _ask(
    kind: str | None, answers: dict[str, str], language: Language
) -> tuple[str, dict[str, str]]:
    """Ask for what is not given; raises `UsageError` where there is nobody to ask."""
    nameless = not answers.keys() & {"algorithm.name", "algorithm.id"}
    missing = ["--kind"] * (kind is None) + ["--name"] * nameless
    if missing and not sys.stdin.isatty():
        raise UsageError("init.missing", options=", ".join(missing))
    if kind is None:
        kind = ask(f"{_question('kind', language)} ({', '.join(KINDS)})", _kind, language)
    if nameless:
        named = ask(
            _question("algorithm.name", language),
            lambda text: _clean(text, "algorithm.name"),
            language,
        )
        answers = {"algorithm.name": named, **answers}
    return kind, answers


def _kind(text: str) -> str:
    if text not in KINDS:
        raise UsageError("usage.choice", value=text, choices=", ".join(KINDS))
    return text


def _question(fact: str, language: Language) -> str:
    from algocheck.manifest.schema import field

    return field(fact).question(language)


def _file(path: str | None, name: str) -> Path | None:
    """Return where the manifest goes; None for standard output."""
    if path == _STDOUT:
        return None
    if path is None or Path(path).is_dir():
        from algocheck.register.names import file_slug

        # A name in another script leaves no letters.
        return Path(path or "") / f"{file_slug(name) or 'algorithm'}.yaml"
    if Path(path).suffix.lower() not in (".yaml", ".yml"):
        raise UsageError("init.suffix", path=path)
    return Path(path)


def _schema(file: Path | None) -> str:
    """Return the address of the schema: one that is there at or above *file*, else beside it."""
    if file is not None:
        for above, folder in enumerate(file.resolve().parents):
            if (folder / SCHEMA).is_file():
                return "../" * above + SCHEMA
    return SCHEMA


def _refuse_what_does_not_fit(text: str, answers: dict[str, str]) -> None:
    """Read the manifest as `check` will: what was typed may be too long, or no identifier."""
    from algocheck.manifest.discover import Source
    from algocheck.manifest.load import load
    from algocheck.manifest.shape import check_shape

    (document,) = load(Source("<stdin>", None, named=True, content=text.encode())).documents
    for fault in (*document.faults, *check_shape(document).faults):
        path = ".".join(str(step) for step in fault.path)
        option = _OPTIONS.get(path) or next(_OPTIONS[fact] for fact in answers)
        raise UsageError("init.refused", option=option, problem=fault.problem or fault.rule.id)


def _print(text: str) -> None:
    # A shell may write files in another encoding; a manifest is UTF-8.
    click.echo(text if sys.stdout.isatty() else text.encode(), nl=False)


def _tell(file: Path, kind: str, language: Language) -> None:
    """Say what to do next, where the text on standard output would not be in the way."""
    party = " --as supplier" if kind == "supplier" else ""
    steps = [
        (quoted(file), "next-fill"),
        (f"algocheck check {quoted(file)}{party}", "next-check"),
    ]
    schema = file.parent / SCHEMA
    if _schema(file) == SCHEMA and not schema.is_file():
        steps.insert(0, (f"algocheck schema --lang {language} > {quoted(schema)}", "next-schema"))
    click.echo(say(message("init.made", path=_shown(file)), language), err=True)
    for command_line, why in steps:
        click.echo(f"  {command_line}\n      {say(message(f'init.{why}'), language)}", err=True)


def _shown(file: Path) -> str:
    return file.as_posix()
