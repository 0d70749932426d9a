"""After an import a person knows what there is, what there is not, and what is still to be done."""

import json
import re
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

import pytest

from algocheck.register.importing import import_files
from algocheck.register.telling import tell
from algocheck.words import LANGUAGES

ROOT = Path(__file__).parents[2]


def record(name, **more):
    return {"name": name, "organization": "Gemeente Noorderhaaks", "goal": "Sneller."} | more


@pytest.fixture
def told(tmp_path):
    """Import records of every fate, and tell of it in a language."""
    (tmp_path / "empty.csv").write_text("")
    first = [record("Gelijk"), record("Anders"), record("Bewerkt")]
    download = tmp_path / "download.json"
    download.write_text(json.dumps(first))
    import_files([download], tmp_path / "out")
    edited = tmp_path / "out" / "gemeente-noorderhaaks" / "bewerkt.yaml"
    edited.write_text(edited.read_text("utf-8") + "rights: none\n", "utf-8")
    template = {"id": "x-y", "name": "Lakken", "organization": None, "status": "In gebruik"}
    second = [
        first[0],
        record("Anders", goal="Eerlijker.", begin_date="2019"),
        first[2],
        template,
        record("", website="n.v.t."),
        record("Nieuw", begin_date="2020", dpia="True"),
    ]
    download.write_text(json.dumps(second))
    imported = import_files([download, tmp_path / "empty.csv"], tmp_path / "out")
    return lambda language: tell(imported, language)


def test_an_import_is_told_in_english(told):
    assert (
        told("en")
        == """\
                                  deployment      supplier
written                                    1             1
written again, record changed              1             0
unchanged                                  1             0
kept, edited by hand                       1             0

edited by hand, and left alone; to overwrite it, pass --force
  gemeente-noorderhaaks/bewerkt.yaml

not imported: 2 files or records
  download.json, record 5: has neither a name nor an id, so no manifest can say which algorithm \
it is about; add a name
  empty.csv: is empty

kept as found in provenance.original, because no fact can be taken from it; how often
  begin_date                               2
  dpia                                     1
"""
    )


def test_an_import_is_told_in_dutch(told):
    lines = told("nl").splitlines()

    assert lines[0].split() == ["toepassing", "leverancier"]
    assert "met de hand bewerkt en zo gelaten; geef --force om het te overschrijven" in lines
    assert "  empty.csv: is leeg" in lines


def test_a_dry_run_says_so(tmp_path):
    download = tmp_path / "download.json"
    download.write_text(json.dumps(record("X")))

    told = tell(import_files([download], tmp_path / "out", dry_run=True), "en")
    assert told.startswith("nothing was written: this is what would be done\n")


def test_long_lists_are_counted(tmp_path):
    download = tmp_path / "download.json"
    many = [record("", n=n) for n in range(40)]
    fields = {f"veld_{n:02}": "iets" for n in range(40)}
    download.write_text(json.dumps([*many, record("X", **fields)]))

    told = tell(import_files([download], tmp_path / "out"), "en")
    assert "download.json, records 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, ...:" in told
    assert told.endswith("  and 10 more\n")


def keys_in(text: str) -> Iterable[str]:
    return re.findall(r"\"register\.([a-z0-9-]+)\"", text)


def test_every_sentence_exists_in_both_languages_and_is_used():
    words = json.loads(files("algocheck.words").joinpath("register.json").read_text("utf-8"))
    sources = (ROOT / "src" / "algocheck" / "register").glob("*.py")
    used = {key for source in sources for key in keys_in(source.read_text("utf-8"))}
    made = {"deployment", "supplier", "written", "updated", "unchanged", "kept"}

    assert set(words) == used | made | {"header"}
    assert all(set(texts) == set(LANGUAGES) for texts in words.values())
