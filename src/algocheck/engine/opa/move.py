"""A bundle under another root, so that it can stand beside whatever a server holds already."""

import re
import subprocess
import tempfile
from pathlib import Path

from algocheck.engine.opa.failure import plain
from algocheck.engine.opa.folder import write_modules
from algocheck.engine.opa.found import ROOT
from algocheck.engine.opa.watch import bare_environment
from algocheck.errors import EngineError, reason
from algocheck.policy.bundle import Bundle
from algocheck.policy.source import Module

SECONDS = 120.0

_TEXT = re.compile(r'"(?:\\.|[^"\\])*"|`[^`]*`|#[^\n]*')
_PACKAGE = re.compile(r"^package[ \t]+(\S+)", re.MULTILINE)


def move(bundle: Bundle, command: str, root: str) -> tuple[Module, ...]:
    """Return the modules of *bundle*, renamed by `opa refactor move` at *command* to *root*.

    Raises `EngineError` where OPA fails, and where after it any module would still
    stand in, or look at, what is not its own.
    """
    with tempfile.TemporaryDirectory(prefix="algocheck-opa-") as folder:
        write_modules(bundle, Path(folder))
        _run([command, "refactor", "move", "--write", f"--path=data.{ROOT}:data.{root}", folder])
        moved = tuple(
            Module(module.path, Path(folder, module.path).read_text(encoding="utf-8"))
            for module in bundle.modules
        )
    for module in moved:
        if not _stands_alone(module.text, root):
            raise EngineError("opa.cannot-move", bundle=bundle.name, path=module.path)
    return moved


def package(module: Module) -> str:
    """Return the name of the package that *module* is in, as OPA writes it."""
    found = _PACKAGE.search(_TEXT.sub(_keep_names, module.text))
    return found[1] if found else ""


def _stands_alone(text: str, root: str) -> bool:
    bare = _TEXT.sub('""', text)
    found = _PACKAGE.search(bare)
    inside = found is not None and re.match(rf"{root}\b", found[1]) is not None
    return inside and not re.search(rf"(?<![.\w])data\b(?!\.{root}\b)", bare)


def _keep_names(text: re.Match[str]) -> str:
    return "" if text[0].startswith("#") else text[0]


def _run(command: list[str]) -> None:
    opa = command[0]
    try:
        done = subprocess.run(  # noqa: S603 -- the one that the user named
            command, env=bare_environment(), capture_output=True, timeout=SECONDS, check=False
        )
    except OSError as error:
        raise EngineError("opa.move-failed", opa=opa, reason=reason(error)) from None
    except subprocess.TimeoutExpired:
        raise EngineError("opa.move-failed", opa=opa, reason=f"> {SECONDS:.0f} s") from None
    if done.returncode != 0:
        said = (done.stderr or done.stdout).decode("utf-8", "replace")
        raise EngineError("opa.move-failed", opa=opa, reason=plain(said))
