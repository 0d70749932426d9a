"""algocheck register import: what a person types, and the exit code that comes of it."""

import json

import click
import pytest

from algocheck.cli.register import command
from algocheck.errors import UsageError

ONE = {"name": "Parkeren", "organization": "Gemeente Noorderhaaks", "goal": "Sneller."}


def run(*arguments):
    return command.main([str(each) for each in arguments], standalone_mode=False)


def test_an_import_with_records_is_exit_0(tmp_path, capsys):
    download = tmp_path / "download.json"
    download.write_text(json.dumps(ONE))

    assert run("import", download, "--to", tmp_path / "out") == 0
    assert capsys.readouterr().out.splitlines()[1].split() == ["written", "1", "0"]
    assert run("import", download, "--to", tmp_path / "out", "--lang", "nl") == 0
    assert "ongewijzigd" in capsys.readouterr().out


def test_an_import_without_records_is_exit_2_and_says_why(tmp_path, capsys):
    download = tmp_path / "download.json"
    download.write_text('{"key": "value"}')

    assert run("import", download, "--to", tmp_path / "out") == 2
    assert "download.json: holds no records of the Algorithm Register" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(UsageError):
        run("import", tmp_path / "nergens.json", "--to", tmp_path)


@pytest.mark.parametrize("arguments", [("import",), ("import", "x.json"), ("import", "--to", "y")])
def test_what_is_needed_is_asked_for(arguments):
    with pytest.raises(click.UsageError):
        run(*arguments)
