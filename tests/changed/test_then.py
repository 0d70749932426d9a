"""The same is what has the same name and the same bytes; of all else it is not certain."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algocheck.changed import then as module
from algocheck.changed.references import places, references
from repositories import earlier, repository

PART = 1 << 20  # at a time is read of what is larger


@pytest.fixture
def repo(tmp_path):
    return repository(tmp_path / "repository", {"folder/a.pdf": "one", "b.pdf": "two\n"})


def at(repo, name):
    return f"{repo.folder.resolve()}{os.sep}{name}"


def test_what_is_as_it_was_is_the_same_and_not_touched(repo):
    then = earlier(repo)

    assert then.same(at(repo, "folder/a.pdf"))
    assert then.same(at(repo, "folder/../b.pdf"))
    assert not then.touched(at(repo, "b.pdf"))
    assert not then.touched(at(repo, "never.pdf"))


@pytest.mark.parametrize("now", ["other", "", "one ", None])
def test_what_is_not_as_it_was_is_touched(repo, now):
    if now is None:
        (repo.folder / "folder/a.pdf").unlink()
    else:
        repo.write({"folder/a.pdf": now})

    assert earlier(repo).touched(at(repo, "folder/a.pdf"))


@pytest.mark.parametrize("size", [0, 1, PART - 1, PART, PART + 1, 2_500_000])
def test_a_file_of_any_size_is_compared_whole(repo, size):
    file = repo.folder / "large.pdf"
    file.write_bytes(os.urandom(size))
    repo.commit()
    assert earlier(repo).same(at(repo, "large.pdf"))

    with file.open("ab") as stream:
        stream.write(b"x")

    assert earlier(repo).touched(at(repo, "large.pdf"))


def test_a_file_too_large_to_compare_counts_as_changed(repo, monkeypatch):
    repo.commit({"large.pdf": "x" * (PART + 2)})
    assert earlier(repo).same(at(repo, "large.pdf"))

    monkeypatch.setattr(module, "LARGEST", PART + 1)

    assert earlier(repo).touched(at(repo, "large.pdf"))


def test_line_endings_are_no_change_of_what_is_read_as_text_and_of_a_document_they_are(repo):
    repo.commit({"a.json": "{\n}\n"})
    repo.write({"a.json": "{\r\n}\r\n", "b.pdf": "two\r\n"})

    assert earlier(repo).same(at(repo, "a.json"))
    assert earlier(repo).touched(at(repo, "b.pdf"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(repo):
    (repo.folder / "b.pdf").unlink()
    os.mkfifo(repo.folder / "b.pdf")

    assert earlier(repo).touched(at(repo, "b.pdf"))


def test_a_folder_is_never_certain(repo):
    then = earlier(repo)

    assert then.touched(at(repo, "folder"))
    assert then.existed(at(repo, "folder"))
    assert not then.existed(at(repo, "fold"))


def test_outside_the_repository_nothing_is_certain(repo, tmp_path):
    (tmp_path / "outside.pdf").write_text("one", encoding="utf-8")
    then = earlier(repo)

    assert then.touched(str(tmp_path / "outside.pdf"))
    assert then.name(str(tmp_path / "outside.pdf")) is None
    assert then.name(str(tmp_path)) is None
    assert then.below(tmp_path) == []


def test_a_folder_whose_name_begins_as_the_repository_does_is_outside(repo, tmp_path):
    (tmp_path / "repository-2").mkdir()
    (tmp_path / "repository-2/b.pdf").write_bytes(b"two\n")

    assert not earlier(repo).same(str(tmp_path / "repository-2/b.pdf"))


def test_contents_of_then_are_those_of_then(repo):
    repo.write({"b.pdf": "three"})
    then = earlier(repo)

    assert then.contents(["b.pdf", "never.pdf"]) == {"b.pdf": b"two\n"}
    assert then.contents([]) == {}
    assert sorted(then.below(repo.folder.resolve())) == ["b.pdf", "folder/a.pdf"]
    assert then.below(repo.folder.resolve() / "folder") == ["a.pdf"]


@given(st.text() | st.text("/\\%#.:0aefil \0\x1b\ud800\udce9é"))
def test_whatever_a_manifest_says_can_be_looked_up(text):
    folder = str(Path.cwd())
    for reference in references({"fact": [text, f"{text}/a.pdf", f"%2f{text}"]}):
        for place in places(reference, folder):
            assert Path(place).is_absolute()
            assert not place.startswith("//")
            os.path.lexists(place)
            os.path.realpath(place)
