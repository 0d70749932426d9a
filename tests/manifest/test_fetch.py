import os
import socket
from pathlib import Path

import pytest

from algocheck.manifest import limits
from algocheck.manifest.fetch import fetch
from algocheck.words import Message, say

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
needs_links = pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")


def why(path):
    problem = fetch(path)
    assert isinstance(problem, Message)
    return say(problem, "en")


@pytest.mark.parametrize("size", [0, 1, 4096, 100_000, limits.BYTES])
def test_a_file_is_read_whole(tmp_path, size):
    file = tmp_path / "m.yaml"
    file.write_bytes(os.urandom(size))

    assert fetch(file) == file.read_bytes()


def test_of_a_huge_file_no_more_is_read_than_shows_that_it_is_too_large(tmp_path):
    file = tmp_path / "m.yaml"
    with file.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)

    content = fetch(file)

    assert isinstance(content, bytes)
    assert len(content) == limits.BYTES + 1


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system has no /proc")
def test_a_file_that_says_it_is_empty_and_is_not_is_read():
    content = fetch(Path("/proc/self/status"))

    assert isinstance(content, bytes)
    assert b"Name:" in content


@needs_pipes
def test_a_pipe_is_named_and_nobody_waits_for_it(tmp_path):
    os.mkfifo(tmp_path / "m.yaml")

    assert "a pipe" in why(tmp_path / "m.yaml")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no devices")
def test_a_device_is_named_and_not_read():
    assert "a device" in why(Path("/dev/zero"))


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no such sockets")
def test_a_socket_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # the path of a socket has to be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("m.yaml")

        assert "a socket" in why(tmp_path / "m.yaml")


def test_a_directory_is_no_file(tmp_path):
    assert "this directory" in why(tmp_path)


@needs_links
def test_a_link_that_leads_to_itself_is_named(tmp_path):
    (tmp_path / "m.yaml").symlink_to("m.yaml")

    assert "back to itself" in why(tmp_path / "m.yaml")


@needs_links
def test_a_link_that_leads_nowhere_is_named(tmp_path):
    (tmp_path / "m.yaml").symlink_to("absent.yaml")

    assert "leads to a file that is not there" in why(tmp_path / "m.yaml")


def test_a_file_that_has_gone_since_it_was_found_is_named(tmp_path):
    assert "now gone" in why(tmp_path / "m.yaml")


def test_a_file_that_may_not_be_read_is_named(tmp_path):
    (tmp_path / "m.yaml").write_text("a: 1")
    (tmp_path / "m.yaml").chmod(0)
    if os.access(tmp_path / "m.yaml", os.R_OK):
        pytest.skip("nothing is forbidden to this user")

    assert "permission" in why(tmp_path / "m.yaml")


@needs_links
def test_any_other_refusal_of_the_system_is_passed_on(tmp_path):
    assert "cannot read this file" in why(tmp_path / ("m" * 5000))
