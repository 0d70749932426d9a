"""From answers to a waiver in the file: judge it, write it, say what it does."""

import os
from pathlib import Path

import click

from algocheck.cli.answers import Answers, Given
from algocheck.cli.asking import told
from algocheck.errors import UsageError
from algocheck.files import write_whole
from algocheck.manifest.discover import printable
from algocheck.manifest.fetch import fetch
from algocheck.waiver.proposing import Proposing, same
from algocheck.waiver.reading import parse
from algocheck.waiver.writing import Rewritten, rewritten
from algocheck.words import Language, Message

SCHEMA = "algocheck.waivers.schema.json"


def write(proposing: Proposing, file: Path, given: Given, language: Language) -> None:
    """Write the waiver that *given* and answers make into *file*, and say what it covers.

    Raises `UsageError`, and writes nothing, for what the limits refuse, for what is not
    open, and for a file that cannot be added to; OSError where it cannot be written.
    """
    content = _content(file, language)
    waiver = Answers(proposing, content, printable(file), language).waiver(given)
    known = parse(content, printable(file)).written
    is_new = not any(same(each.waiver, waiver, proposing.names) for each in known)
    done = rewritten(content, waiver, printable(file), proposing.names)
    if is_new:
        write_whole(file, done.content)
    _tell(proposing, done, language, is_new=is_new)
    if not (file.parent / SCHEMA).is_file() and SCHEMA.encode() in content:
        schema = printable(file.parent / SCHEMA)
        click.echo(f"  algocheck schema --waivers --lang {language} > {schema}")
        click.echo(f"      {told('next-schema', language)}")


def _content(file: Path, language: Language) -> bytes:
    """Return what is in *file*, or what a new one begins with."""
    if not file.parent.is_dir():
        raise UsageError("waive.no-folder", folder=printable(file.parent))
    if not os.path.lexists(file):
        lines = [
            f"# yaml-language-server: $schema={SCHEMA}",
            *(f"# {told(key, language)}" for key in ("head", "head-roles", "head-more")),
            "",
            "waivers_version: 1",
            "waivers:",
        ]
        return "".join(f"{line}\n" for line in lines).encode()
    content = fetch(file)
    if isinstance(content, Message):
        raise UsageError("waive.unreadable", file=printable(file), problem=content)
    return content


def _tell(proposing: Proposing, done: Rewritten, language: Language, *, is_new: bool) -> None:
    """Say where it stands and what it covers, and what is still open beside it."""
    waiver = done.ours.waiver
    place = f"{waiver.location.file}:{waiver.location.line}"
    key = "written" if is_new else "there-already"
    click.echo(told(key, language, place=place))
    if done.replaced and is_new:
        click.echo(told("replaced", language, expires=done.replaced.waiver.expires))
    report = proposing.covering(done.waivers)
    (verdict,) = (each for each in report.verdicts if each.manifest == waiver.manifest)
    click.echo(
        told(
            "covers",
            language,
            name=waiver.rule,
            place=waiver.place,
            manifest=waiver.manifest,
            expires=waiver.expires,
        )
    )
    still = sum(not point.covered for point in verdict.points)
    click.echo(told("still-open", language, n=still, manifest=waiver.manifest))
