"""A file is written whole: what comes between leaves the old one, and nothing beside it."""

import errno
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from algocheck.files import write_whole

OLD, NEW = b"what the board decided\n", b"and decided again\n" * 1000

WRITE_FOREVER = """
import itertools, sys
from pathlib import Path
from algocheck.files import write_whole
for each in itertools.cycle((b"a", b"b")):
    write_whole(Path(sys.argv[1]), each * 4_000_000)
    print(flush=True)
"""


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "waivers.yaml"
    file.write_bytes(OLD)
    return file


@contextmanager
def a_disk_with_room_for(size):
    """Let the system refuse what any file would hold beyond *size*."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def mode(file):
    return file.stat().st_mode & 0o7777


def only(file):
    """Return what *file* holds, where nothing lies beside it."""
    assert list(file.parent.iterdir()) == [file]
    return file.read_bytes()


def test_what_is_written_is_there_and_nothing_else(file):
    write_whole(file, NEW)

    assert only(file) == NEW


def test_a_disk_that_is_full_leaves_what_was_there(file):
    with a_disk_with_room_for(100), pytest.raises(OSError) as refused:  # noqa: PT011 -- see below
        write_whole(file, NEW)

    assert refused.value.errno == errno.EFBIG
    assert refused.value.filename == str(file)
    assert only(file) == OLD


def test_a_disk_that_is_full_gets_no_half_of_a_new_file(tmp_path):
    with a_disk_with_room_for(100), pytest.raises(OSError):  # noqa: PT011 -- as above
        write_whole(tmp_path / "new.yaml", NEW)

    assert list(tmp_path.iterdir()) == []


def test_who_interrupts_it_leaves_what_was_there(file, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(file, NEW)

    assert only(file) == OLD


@pytest.mark.parametrize("times", range(8))
def test_who_kills_it_at_any_moment_leaves_a_whole_file(tmp_path, times):
    file = tmp_path / "waivers.yaml"
    with subprocess.Popen(
        [sys.executable, "-c", WRITE_FOREVER, file], stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout
        for _ in range(times + 1):
            writer.stdout.readline()
        writer.kill()

    content = file.read_bytes()
    assert content in (b"a" * 4_000_000, b"b" * 4_000_000)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
@pytest.mark.parametrize("permissions", [0o600, 0o640, 0o664, 0o755])
def test_permissions_stay(file, permissions):
    file.chmod(permissions)
    write_whole(file, NEW)

    assert mode(file) == permissions


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path):
    (tmp_path / "ordinary").touch()
    write_whole(tmp_path / "ours", NEW)

    assert mode(tmp_path / "ours") == mode(tmp_path / "ordinary")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away"
)
def test_owner_and_group_stay(file):
    os.chown(file, 1234, 5678)
    write_whole(file, NEW)

    assert (file.stat().st_uid, file.stat().st_gid) == (1234, 5678)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything"
)
def test_what_is_read_only_is_not_replaced(file):
    file.chmod(0o444)
    with pytest.raises(PermissionError) as refused:
        write_whole(file, NEW)

    assert refused.value.filename == str(file)
    assert only(file) == OLD


@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_and_what_it_points_to_is_written(tmp_path, there):
    (tmp_path / "elsewhere").mkdir()
    real = tmp_path / "elsewhere" / "real.yaml"
    if there:
        real.write_bytes(OLD)
    link = tmp_path / "waivers.yaml"
    link.symlink_to(Path("elsewhere") / "real.yaml")
    write_whole(link, NEW)

    assert link.is_symlink()
    assert only(real) == NEW


def test_links_that_lead_nowhere_are_refused(tmp_path):
    link = tmp_path / "waivers.yaml"
    link.symlink_to(link)
    with pytest.raises(OSError) as refused:  # noqa: PT011 -- its number is what tells
        write_whole(link, NEW)

    assert refused.value.errno == errno.ELOOP
    assert refused.value.filename == str(link)


def test_a_folder_is_refused(tmp_path):
    folder = tmp_path / "waivers.yaml"
    folder.mkdir()
    with pytest.raises(OSError) as refused:  # noqa: PT011 -- Windows calls it otherwise
        write_whole(folder, NEW)

    assert refused.value.filename == str(folder)
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_is_written_into_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reader:
        write_whole(pipe, NEW)
        assert reader.stdout
        assert reader.stdout.read() == NEW

    assert pipe.is_fifo()


def test_two_who_write_at_once_leave_one_of_the_two(tmp_path):
    file = tmp_path / "waivers.yaml"
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITE_FOREVER, file], stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    for writer in writers:
        with writer:
            assert writer.stdout
            assert all(writer.stdout.readline() for _ in range(5))
            writer.send_signal(signal.SIGINT if sys.platform != "win32" else signal.SIGTERM)

    assert len(set(file.read_bytes())) == 1
    assert file.stat().st_size == 4_000_000
