"""Where text goes: what it shows that has no such characters, and what programs get."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algocheck.cli.console import for_the_eye, in_colour, prepare
from algocheck.report import FORMATS
from support import AT, ROOT, clean_environment

EXAMPLES = ROOT / "manifests" / "examples"


def shown(text: str, encoding: str) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    prepare(stream)
    stream.write(text)
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode(encoding)


@pytest.mark.parametrize(
    ("text", "in_ascii"),
    [
        ("één reële coöperatie, Súdwest-Fryslân", "een reele cooperatie, Sudwest-Fryslan"),
        ("artikel 1*, 2°, 3†", "artikel 1*, 2?, 3!"),
        ("\u201cja\u201d \u2013 \u20ac 5 \u2026", '"ja" - EUR 5 ...'),
        ("§ 3 · ≥ 5 × 2", "par. 3 - >= 5 x 2"),
    ],
)
def test_what_an_encoding_lacks_is_written_with_what_it_has(text, in_ascii):
    assert shown(text, "ascii") == in_ascii


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("p\u0430spoort", "p\\u0430spoort"),  # a Cyrillic letter
        ("\u212aelvin", "\\u212aelvin"),  # the sign of a unit
        ("\uff41\uff42", "\\uff41\\uff42"),  # as wide as a Chinese character
        ("e\u0301", "e\\u0301"),
        ("\u7b97", "\\u7b97"),
        ("a\udcffb", "a\\udcffb"),  # of a file name that is no UTF-8
    ],
)
def test_what_only_looks_like_a_letter_is_told_apart(text, escaped):
    assert shown(text, "ascii") == escaped
    assert shown(text, "cp1252") == escaped


def test_what_an_encoding_has_stays_as_it_is():
    assert shown("één €", "cp1252") == "één €"
    assert shown("één 5°", "cp437") == "één 5°"
    assert shown("één 5° †", "cp850") == "één 5° !"


@given(st.text(), st.sampled_from(["ascii", "cp1252", "cp437", "utf-8"]))
def test_nothing_that_is_shown_ever_fails(text, encoding):
    told = shown(text, encoding)

    assert text.isascii() <= (told == text.replace("\n", os.linesep))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "on_terminal", "in_log"),
    [
        ({}, True, False),
        ({"CI": "true"}, True, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": ""}, True, False),
        ({"TERM": "dumb"}, False, False),
        ({"CLICOLOR": "0"}, False, False),
        ({"CLICOLOR": "1"}, True, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"FORCE_COLOR": ""}, True, False),
        ({"CLICOLOR_FORCE": "1"}, True, True),
        ({"FORCE_COLOR": "3", "TERM": "dumb"}, True, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
    ],
    ids=str,
)
def test_who_wants_colour_says_so_in_the_usual_way(environment, on_terminal, in_log):
    assert in_colour(Terminal(), environment) is on_terminal
    assert in_colour(io.StringIO(), environment) is in_log


@pytest.mark.parametrize(
    ("environment", "on_terminal"),
    [
        ({}, True),  # as on Windows
        ({"TERM": "xterm-256color"}, True),
        ({"NO_COLOR": "1", "TERM": "xterm"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, False),
    ],
    ids=str,
)
def test_colour_is_one_thing_and_a_table_another(environment, on_terminal):
    assert for_the_eye(Terminal(), environment) is on_terminal
    assert not for_the_eye(io.StringIO(), environment | {"FORCE_COLOR": "1"})


@pytest.mark.parametrize("format_", sorted(set(FORMATS) - {"text"}))
def test_a_program_gets_the_same_bytes_whatever_the_console(command, format_):
    manifest = EXAMPLES / "welfare-reexamination.yaml"

    def told(encoding: str) -> bytes:
        return subprocess.run(
            [command, "check", manifest, *AT, "--format", format_],
            env=clean_environment() | {"PYTHONIOENCODING": encoding},
            capture_output=True,
            check=False,
        ).stdout

    written = told("utf-8")
    assert written.decode("utf-8")
    assert told("cp437") == written


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text there")
@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_a_file_whose_name_is_no_text_is_reported_in_every_format(algocheck, tmp_path, format_):
    manifest = next(EXAMPLES.glob("*.yaml")).read_bytes()
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/f\xffes.yaml")).write_bytes(manifest)

    on_screen = algocheck("check", ".", "--format", format_)
    in_file = algocheck("check", ".", "--format", f"{format_}=report")

    assert {on_screen.returncode, in_file.returncode} <= {0, 1}
    assert (on_screen.stderr, in_file.stderr) == ("", "")
    written = (tmp_path / "report").read_text(encoding="utf-8")
    if format_ in ("json", "sarif", "gitlab", "oscal"):
        json.loads(written)
