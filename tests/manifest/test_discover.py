import os
from pathlib import Path

import pytest

from algocheck.errors import UsageError
from algocheck.manifest.discover import discover, printable

needs_links = pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")


@pytest.fixture
def found(tmp_path):
    """Make files, and tell what is found at some paths."""

    def find(*paths):
        return [source.file for source in discover(paths, root=tmp_path)]

    for name in ("b/two.yml", "b/deep/three.JSON", "b/note.txt", "a.yaml", ".hidden/four.yaml"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True, parents=True)
        file.write_text("a: 1")
    (tmp_path / "b" / ".five.yaml").write_text("a: 1")
    return find


def test_a_directory_is_walked_in_one_order_and_hidden_ones_are_not(found):
    assert found(".") == ["a.yaml", "b/two.yml", "b/deep/three.JSON"]


def test_files_are_shown_as_their_path_was_given(found, tmp_path):
    assert found("b") == ["b/two.yml", "b/deep/three.JSON"]
    assert found("./b/") == ["b/two.yml", "b/deep/three.JSON"]
    assert found("b/../a.yaml") == ["b/../a.yaml"]
    assert found(str(tmp_path / "a.yaml")) == [(tmp_path / "a.yaml").as_posix()]


def test_what_is_named_is_found_whatever_it_is_called(found):
    assert found("b/note.txt", ".hidden", "b/.five.yaml") == [
        "b/note.txt",
        ".hidden/four.yaml",
        "b/.five.yaml",
    ]


def test_a_file_that_two_paths_reach_is_found_once(found):
    assert found("a.yaml", ".", "b", "./a.yaml") == ["a.yaml", "b/two.yml", "b/deep/three.JSON"]


def test_a_file_is_named_even_if_a_directory_reaches_it_first(found, tmp_path):
    named = {source.file: source.named for source in discover([".", "a.yaml"], root=tmp_path)}

    assert found
    assert named == {"a.yaml": True, "b/two.yml": False, "b/deep/three.JSON": False}


def test_standard_input_is_a_source_of_its_own(found, tmp_path):
    (source,) = discover(["-", "-"], root=tmp_path)

    assert (source.file, source.path, source.named) == ("<stdin>", None, True)
    assert found("-", "a.yaml") == ["<stdin>", "a.yaml"]


def test_a_path_that_does_not_exist_is_an_error_before_anything_is_read(tmp_path):
    with pytest.raises(UsageError, match=r"absent\.yaml does not exist"):
        discover([".", "absent.yaml"], root=tmp_path)


def test_a_directory_that_is_named_as_a_file_is_walked(found, tmp_path):
    (tmp_path / "b" / "x.yaml").mkdir()
    (tmp_path / "b" / "x.yaml" / "y.yaml").write_text("a: 1")

    assert found("b/x.yaml") == ["b/x.yaml/y.yaml"]
    assert found("b")[-1] == "b/x.yaml/y.yaml"


@needs_links
def test_links_are_followed_after_everything_else_and_each_thing_once(found, tmp_path):
    (tmp_path / "0.yaml").symlink_to("a.yaml")
    (tmp_path / "0").symlink_to("b")
    (tmp_path / "outside").symlink_to(".hidden")

    assert found(".") == ["a.yaml", "b/two.yml", "b/deep/three.JSON", "outside/four.yaml"]


@needs_links
def test_a_link_back_to_where_the_walk_came_from_is_not_followed(found, tmp_path):
    (tmp_path / "b" / "up").symlink_to("..")
    (tmp_path / "b" / "same").symlink_to(".")
    (tmp_path / "b" / "deep" / "all").symlink_to("/")

    assert found("b") == ["b/two.yml", "b/deep/three.JSON"]


@needs_links
def test_a_chain_of_links_is_followed_but_not_back_to_its_beginning(found, tmp_path):
    for number in range(20):
        (tmp_path / f".{number}").mkdir()
        (tmp_path / f".{number}" / "next").symlink_to(f"../.{number + 1}")
    (tmp_path / ".20").mkdir()
    (tmp_path / ".20" / "end.yaml").write_text("a: 1")
    (tmp_path / ".20" / "back").symlink_to("..")

    assert found(".0") == [".0/" + "next/" * 20 + "end.yaml"]


@needs_links
@pytest.mark.parametrize("target", ["loop.yaml", "absent.yaml"])
def test_a_link_that_leads_nowhere_is_found_so_that_its_fault_is_told(found, tmp_path, target):
    (tmp_path / "loop.yaml").symlink_to(target)

    assert found(".")[-1] == "loop.yaml"
    assert found("loop.yaml") == ["loop.yaml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_with_the_name_of_a_manifest_is_found_so_that_its_fault_is_told(found, tmp_path):
    os.mkfifo(tmp_path / "b" / "pipe.yaml")

    assert found("b") == ["b/pipe.yaml", "b/two.yml", "b/deep/three.JSON"]


def test_a_directory_that_cannot_be_listed_is_found_so_that_its_fault_is_told(found, tmp_path):
    (tmp_path / "b").chmod(0)
    if os.access(tmp_path / "b", os.R_OK):
        pytest.skip("nothing is forbidden to this user")
    try:
        assert found(".") == ["a.yaml", "b"]
    finally:
        (tmp_path / "b").chmod(0o700)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("./a//b.yaml", "a/b.yaml"),
        ("é.yaml", "é.yaml"),
        ("a\n::error::b.yaml", "a\\n::error::b.yaml"),
        ("\x1b[31mred.yaml", "\\x1b[31mred.yaml"),
        ("caf\udce9.yaml", "caf\\udce9.yaml"),
    ],
)
def test_a_name_is_shown_without_what_would_command_a_terminal(path, shown):
    assert printable(Path(path)) == shown
