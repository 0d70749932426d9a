"""algocheck register import: what a person types, and the exit code that comes of it."""

import json

import pytest

ONE = {"name": "Parkeren", "organization": "Gemeente Noorderhaaks", "goal": "Sneller."}


def test_an_import_with_records_is_exit_0(algocheck, tmp_path):
    (tmp_path / "download.json").write_text(json.dumps(ONE))
    first = algocheck("register", "import", "download.json", "--to", "out", "--lang", "en")
    second = algocheck("register", "import", "download.json", "--to", "out", "--lang", "nl")

    assert first.stdout.splitlines()[1].split() == ["written", "1", "0"]
    assert "ongewijzigd                                1             0" in second.stdout
    assert (first.returncode, second.returncode) == (0, 0)
    assert (tmp_path / "out" / "gemeente-noorderhaaks" / "parkeren.yaml").is_file()


def test_an_import_without_records_is_exit_2_and_says_why(algocheck, tmp_path):
    (tmp_path / "other.json").write_text('{"key": "value"}')
    done = algocheck("register", "import", "other.json", "--to", "out", "--lang", "en")

    assert done.returncode == 2
    assert "other.json: holds no records of the Algorithm Register" in done.stdout


def test_a_file_that_cannot_be_read_is_exit_1_though_another_was_imported(algocheck, tmp_path):
    (tmp_path / "download.json").write_text(json.dumps(ONE))
    (tmp_path / "broken.json").write_text('{"name": ')
    (tmp_path / "cut.csv").write_text('name,goal\nParkeren,Sneller\nBoetes,"nooit gesloten\n')

    broken, cut, whole = (
        algocheck("register", "import", "download.json", *more, "--to", "out").returncode
        for more in (("broken.json",), ("cut.csv",), ())
    )

    assert (broken, cut, whole) == (1, 1, 0)


def test_a_record_that_is_refused_is_told_and_no_reason_to_fail(algocheck, tmp_path):
    (tmp_path / "download.json").write_text(json.dumps([ONE, {"goal": "Sneller."}]))

    done = algocheck("register", "import", "download.json", "--to", "out")

    assert "not imported: 1 file or record" in done.stdout
    assert done.returncode == 0


def test_it_says_once_how_an_editor_explains_the_fields(algocheck, tmp_path):
    (tmp_path / "download.json").write_text(json.dumps(ONE))
    arguments = ("register", "import", "download.json", "--to", "my out", "--lang", "nl")

    looked, first = algocheck(*arguments, "--dry-run"), algocheck(*arguments)
    schema = tmp_path / "my out" / "algocheck.schema.json"
    schema.write_text(algocheck("schema").stdout)
    second = algocheck(*arguments)

    line = 'algocheck schema --lang nl > "my out/algocheck.schema.json"'
    assert line in first.stderr
    assert (looked.stderr, second.stderr) == ("", "")
    made = tmp_path / "my out" / "gemeente-noorderhaaks" / "parkeren.yaml"
    modeline = made.read_text(encoding="utf-8").splitlines()[0]
    assert (made.parent / modeline.partition("$schema=")[2]).resolve() == schema


def test_a_file_that_is_not_there_is_exit_2_and_says_what_to_do(algocheck):
    done = algocheck("register", "import", "nergens.json", "--to", "out", "--lang", "nl")

    assert done.returncode == 2
    assert "er is geen bestand nergens.json" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("arguments", [(), ("x.json",), ("--to", "y")], ids=["all", "--to", "FILE"])
def test_what_is_needed_is_asked_for(algocheck, arguments):
    done = algocheck("register", "import", *arguments)

    assert done.returncode == 2
    assert done.stderr
