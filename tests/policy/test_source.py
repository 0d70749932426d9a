"""A folder of policies is read whole, in one order, or not at all."""

import os
from pathlib import Path

import pytest

from algocheck.errors import BundleError
from algocheck.policy.source import MODULE_BYTES, Module, read_source
from algocheck.words import LANGUAGES, say


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def test_modules_tests_and_data_are_told_apart(tmp_path):
    folder = write(
        tmp_path,
        {
            "algocheck/b/b.rego": "package algocheck.b",
            "algocheck/a/a.rego": "package algocheck.a",
            "algocheck/a/a_test.rego": "package algocheck.tests.a",
            "algocheck/params/data.yaml": "day: 2025-02-02\nno: no\nmonths: 24",
            "algocheck/index/data.json": '{"ids": []}',
            "README.md": "# Policies",
            "algocheck/a/list.yaml": "a: 1",
        },
    )

    source = read_source(folder)

    assert source.modules == (
        Module("algocheck/a/a.rego", "package algocheck.a"),
        Module("algocheck/b/b.rego", "package algocheck.b"),
    )
    assert [test.path for test in source.tests] == ["algocheck/a/a_test.rego"]
    assert source.data == {
        "algocheck": {
            "index": {"ids": []},
            "params": {"day": "2025-02-02", "no": "no", "months": 24},
        }
    }
    assert source.unread == ("algocheck/a/list.yaml",)


def test_hidden_files_are_left_alone(tmp_path):
    write(tmp_path, {".git/a.rego": "x", ".hidden.rego": "x", "algocheck/.x/data.json": "x"})

    assert read_source(tmp_path).modules == ()


def test_a_windows_clone_gives_the_same_text(tmp_path):
    write(tmp_path, {"a.rego": b"package a\r\nx := 1\r\n"})

    assert read_source(tmp_path).modules[0].text == "package a\nx := 1\n"


@pytest.mark.parametrize(
    ("files", "key"),
    [
        ({"a.rego": b"\xff"}, "policy.not-utf-8"),
        ({"a.rego": "#" * (MODULE_BYTES + 1)}, "policy.file-too-large"),
        ({"data.json": "{"}, "policy.bad-data"),
        ({"data.json": '{"a": NaN}'}, "policy.bad-data"),
        ({"data.json": "[" * 100_000}, "policy.bad-data"),
        ({"data.json": "[]"}, "policy.data-no-mapping"),
        ({"data.yaml": "a: [1"}, "policy.bad-data"),
        ({"data.yaml": "a: &x 1\nb: *x"}, "policy.bad-data"),
        ({"data.yaml": "a: 1\na: 2"}, "policy.bad-data"),
        ({"data.yaml": "a: 1", "data.json": '{"a": 2}'}, "policy.data-clash"),
        ({"data.json": '{"a": 1}', "a/data.json": '{"b": 2}'}, "policy.data-clash"),
    ],
)
def test_what_cannot_be_read_is_said_with_the_file(tmp_path, files, key):
    write(tmp_path, files)

    with pytest.raises(BundleError) as caught:
        read_source(tmp_path)

    assert caught.value.message.key == key
    for language in LANGUAGES:
        told = say(caught.value.message, language)
        assert any(path in told for path in files)


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(BundleError, match="no folder"):
        read_source(tmp_path / "absent")


def test_a_file_in_place_of_a_folder_is_said(tmp_path):
    write(tmp_path, {"a.rego": "package a"})

    with pytest.raises(BundleError, match="is a file; name the folder"):
        read_source(tmp_path / "a.rego")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only POSIX has named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.rego")

    with pytest.raises(BundleError, match="is no ordinary file"):
        read_source(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
@pytest.mark.parametrize(
    ("path", "is_whole"),
    [
        ("algocheck/main/main.rego", True),
        ("algocheck/main/other.rego", False),
        ("algocheck/rules/theme/defect/defect.rego", False),
    ],
)
def test_policies_with_the_entry_point_stand_alone(tmp_path, path, is_whole):
    assert read_source(write(tmp_path, {path: "package a"})).is_whole is is_whole


class TestLinks:
    def test_a_file_elsewhere_in_the_folder_may_be_linked(self, tmp_path):
        write(tmp_path, {"a.rego": "package a"})
        (tmp_path / "b.rego").symlink_to("a.rego")

        assert len(read_source(tmp_path).modules) == 2

    def test_a_link_that_leads_out_is_refused(self, tmp_path):
        write(tmp_path, {"outside.rego": "package a", "in/a.rego": "package a"})
        (tmp_path / "in/b.rego").symlink_to("../outside.rego")

        with pytest.raises(BundleError, match="outside the policies"):
            read_source(tmp_path / "in")

    def test_a_link_to_a_folder_is_refused_and_a_loop_ends(self, tmp_path):
        write(tmp_path, {"a/a.rego": "package a"})
        (tmp_path / "a/again").symlink_to("..")

        with pytest.raises(BundleError, match="link to a folder"):
            read_source(tmp_path)
