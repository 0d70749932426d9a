"""`algocheck policy build`: the bundle that is published, for algocheck and for OPA itself."""

import os
import shutil
from pathlib import Path

import click

from algocheck.cli.command import Command
from algocheck.cli.language import language_option
from algocheck.cli.options import PLACE
from algocheck.errors import UsageError
from algocheck.files import write_whole
from algocheck.words import Language, message, say


@click.command("build", cls=Command)
@click.argument("folder", metavar="DIR", type=Path)
@click.option("-o", "--output", "file", required=True, type=PLACE, metavar="FILE")
@click.option(
    "--opa", "program", default="opa", show_default=True, metavar="PATH", envvar="ALGOCHECK_OPA"
)
@language_option()
def command(*, folder: Path, file: Path, program: str, language: Language) -> None:
    """Build the policies in DIR into one bundle that algocheck, OPA and Wasm can evaluate.

    House rules take the shipped library and parameters along. The same policies,
    OPA and algocheck give the same bytes. The bundle is loaded again and must
    give the same answers in OPA as here, or nothing is written.
    """
    found = shutil.which(program)
    if not found:
        raise UsageError("build.no-opa", opa=program)
    if not file.parent.is_dir():
        raise UsageError("build.no-folder", path=str(file.parent))
    from algocheck.build import build
    from algocheck.engine.opa_command import OpaCommand

    opa = OpaCommand(Path(found).absolute(), os.environ)
    built = build(folder, folder.resolve().name, opa)
    write_whole(file, built.archive)  # a server may be reading the file that stands there
    told = message(
        "build.built",
        path=file.as_posix(),
        bundle=f"{built.name} {built.revision}",
        digest=built.digest[:12],
        rules=message("build.rules", n=built.rules),
        opa=built.opa,
        n=built.asked,
    )
    click.echo(say(told, language), err=True)
