"""Git that cannot be run: no answer, and a reason in the reader's own language."""

import sys

import pytest

from algocheck.changed.git import Git
from algocheck.errors import UsageError
from algocheck.words import say

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a text file stands for git")


@pytest.mark.parametrize(
    ("content", "english", "dutch"),
    [
        ("#!/nowhere/sh\n", "it is not there, or a folder above it is not", "het is er niet, of"),
        ("", "it is no program that this machine can run", "het is geen programma dat"),
    ],
    ids=["a script for a shell that is not there", "an empty file"],
)
def test_a_git_that_does_not_run_is_told_in_both_languages(tmp_path, content, english, dutch):
    program = tmp_path / "git"
    program.write_text(content, encoding="utf-8")
    program.chmod(0o755)
    git = Git(tmp_path, {"PATH": str(tmp_path)})

    with pytest.raises(UsageError, match=f"git could not say what changed: {english}") as error:
        git.ask("version")

    assert f"wat er veranderd is: {dutch}" in say(error.value.message, "nl")


def test_a_folder_that_is_gone_is_told_in_both_languages(tmp_path):
    program = tmp_path / "git"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    git = Git(tmp_path / "gone", {"PATH": str(tmp_path)})

    with pytest.raises(UsageError) as error:
        git.ask("version")

    assert "het is er niet, of een map erboven is er niet" in say(error.value.message, "nl")
