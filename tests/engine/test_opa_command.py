"""The `opa` that was named and cannot be run: why, in the reader's own language."""

import os
import sys
from pathlib import Path

import pytest

from algocheck.engine.opa_command import OpaCommand
from algocheck.errors import EngineError
from algocheck.words import say


def refusal(opa: Path) -> EngineError:
    with pytest.raises(EngineError) as error:
        OpaCommand(opa, os.environ)
    return error.value


def test_a_command_that_is_not_there(tmp_path: Path):
    error = refusal(tmp_path / "opa")

    assert "opa cannot be run: it is not there, or a folder above it is not;" in str(error)
    assert "opa is niet uit te voeren: het is er niet, of" in say(error.message, "nl")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions elsewhere")
def test_a_file_that_may_not_be_run(tmp_path: Path):
    (tmp_path / "opa").write_text("#!/bin/sh\n", encoding="utf-8")

    error = refusal(tmp_path / "opa")

    assert "opa cannot be run: there is no permission for it;" in str(error)
    assert "opa is niet uit te voeren: daar is geen recht voor;" in say(error.message, "nl")
