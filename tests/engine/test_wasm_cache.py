"""Machine code is kept where only its owner can write, and taken from nowhere else."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from algocheck.engine.wasm import cache
from algocheck.engine.wasm.engine import WasmEngine
from algocheck.errors import EngineError
from algocheck.policy.bundle import Bundle
from compiled import with_wasm
from rego import bundle
from wat import wasm

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such owners and modes")
root = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="only root gives files away"
)

CODE = b"code of this machine" * 1000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "of-the-user" / "cache"


@pytest.fixture
def by_hand(tmp_path: Path) -> Bundle:
    return with_wasm(bundle(), wasm(), tmp_path)


@pytest.fixture
def no_compiler(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From its call on nothing can be compiled: only what was kept can start."""
    return lambda: monkeypatch.setattr(sys, "executable", "/nothing/python")


def kept(folder: Path) -> Path:
    """Return the one file in *folder*."""
    (file,) = folder.iterdir()
    return file


# What is kept.


def test_a_bundle_is_compiled_once(by_hand: Bundle, folder: Path, no_compiler: Callable[[], None]):
    WasmEngine(by_hand, folder)
    no_compiler()

    assert WasmEngine(by_hand, folder).query("a.answer", {}) == "as asked"


def test_without_a_folder_nothing_is_kept(
    by_hand: Bundle, tmp_path: Path, no_compiler: Callable[[], None]
):
    before = sorted(tmp_path.rglob("*"))
    WasmEngine(by_hand, None)
    assert sorted(tmp_path.rglob("*")) == before
    no_compiler()

    with pytest.raises(EngineError, match="bundle by-hand could not be compiled for"):
        WasmEngine(by_hand, None)


def test_another_bundle_is_compiled_for_itself(tmp_path: Path, folder: Path, by_hand: Bundle):
    WasmEngine(by_hand, folder)
    of = with_wasm(bundle(), wasm(answer=b'[{"result": "other"}]'), tmp_path)

    assert WasmEngine(of, folder).query("a.answer", {}) == "other"
    assert len(list(folder.iterdir())) == 2


def test_what_was_refused_is_not_kept(tmp_path: Path, folder: Path):
    of = with_wasm(bundle(), wasm(opa_eval=""), tmp_path)
    for _ in range(2):
        with pytest.raises(EngineError, match="lacks opa_eval"):
            WasmEngine(of, folder)

    assert not folder.exists()


@posix
def test_folder_and_file_are_for_their_owner_alone(by_hand: Bundle, folder: Path):
    WasmEngine(by_hand, folder)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(kept(folder).stat().st_mode) == 0o600


def test_what_was_kept_first_goes_first(folder: Path):
    for number in range(cache.KEPT + 3):
        cache.save(folder, str(number), CODE)
        os.utime(folder / f"{number}.cwasm", (number, number))

    assert len(list(folder.iterdir())) == cache.KEPT
    assert cache.load(folder, "0") is None
    assert cache.load(folder, str(cache.KEPT + 2)) == CODE


# What is not taken.


POISON: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda _: b"",
    "half of it": lambda code: code[: len(code) // 2],
    "one byte changed": lambda code: code[:-9] + bytes([code[-9] ^ 1]) + code[-8:],
    "something else": lambda _: b"\x7fELF" + b"\x00" * 5000,
    "one byte more": lambda code: code + b"\x00",
}


@pytest.mark.parametrize("what", POISON)
def test_what_is_not_whole_is_compiled_again(by_hand: Bundle, folder: Path, what: str):
    WasmEngine(by_hand, folder)
    whole = kept(folder).read_bytes()
    kept(folder).write_bytes(POISON[what](whole))

    assert WasmEngine(by_hand, folder).query("a.answer", {}) == "as asked"
    assert kept(folder).read_bytes() == whole


def test_the_code_of_another_bundle_under_this_name_is_not_run(
    by_hand: Bundle, folder: Path, tmp_path: Path
):
    WasmEngine(by_hand, folder)
    name = kept(folder)
    elsewhere = tmp_path / "elsewhere"
    other = with_wasm(bundle(), wasm(answer=b'[{"result": "other"}]'), tmp_path)
    WasmEngine(other, elsewhere)
    kept(elsewhere).replace(name)
    by_hand = with_wasm(bundle(), wasm(), tmp_path)

    assert WasmEngine(by_hand, folder).query("a.answer", {}) == "as asked"


def test_code_that_wasmtime_does_not_know_is_compiled_again(by_hand: Bundle, folder: Path):
    # As from a processor that has other instructions: whole, but not for here.
    WasmEngine(by_hand, folder)
    name = kept(folder).name.removesuffix(cache.SUFFIX)
    cache.save(folder, name, CODE)

    assert WasmEngine(by_hand, folder).query("a.answer", {}) == "as asked"
    assert cache.load(folder, name) != CODE


@posix
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o722, 0o702])
def test_a_folder_that_others_can_write_is_not_used(folder: Path, mode: int):
    cache.save(folder, "code", CODE)
    folder.chmod(mode)

    assert cache.load(folder, "code") is None
    cache.save(folder, "more", CODE)
    assert kept(folder).name == "code.cwasm"


@posix
@pytest.mark.parametrize("mode", [0o666, 0o660, 0o602])
def test_a_file_that_others_can_write_is_not_taken(folder: Path, mode: int):
    cache.save(folder, "code", CODE)
    kept(folder).chmod(mode)

    assert cache.load(folder, "code") is None


@root
def test_what_somebody_else_owns_is_not_taken(folder: Path):
    cache.save(folder, "code", CODE)
    os.chown(kept(folder), 12345, -1)
    assert cache.load(folder, "code") is None
    os.chown(kept(folder), 0, -1)
    assert cache.load(folder, "code") == CODE

    os.chown(folder, 12345, -1)
    assert cache.load(folder, "code") is None


@posix
def test_no_link_is_followed_and_no_pipe_is_waited_for(folder: Path, tmp_path: Path):
    cache.save(folder, "code", CODE)
    kept(folder).rename(tmp_path / "code")
    (folder / "code.cwasm").symlink_to(tmp_path / "code")
    assert cache.load(folder, "code") is None

    (folder / "code.cwasm").unlink()
    os.mkfifo(folder / "code.cwasm", 0o600)
    assert cache.load(folder, "code") is None

    (folder / "code.cwasm").unlink()
    (folder / "code.cwasm").mkdir(0o700)
    assert cache.load(folder, "code") is None


# Where nothing can be kept, and at the same time.


def test_a_folder_that_cannot_be_made_is_done_without(by_hand: Bundle, tmp_path: Path):
    (tmp_path / "file").touch()

    for folder in (tmp_path / "file", tmp_path / "file" / "cache"):
        assert WasmEngine(by_hand, folder).query("a.answer", {}) == "as asked"


@posix
def test_a_disk_that_is_full_keeps_nothing_and_leaves_nothing(folder: Path):
    # The bound on the size of files refuses to write, as a full disk does.
    code = (
        "import resource, sys; from pathlib import Path; from algocheck.engine.wasm import cache\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "cache.save(Path(sys.argv[1]), 'code', b'x' * 100_000)\n"
    )
    subprocess.run([sys.executable, "-c", code, folder], check=True)

    assert list(folder.iterdir()) == []


def test_many_who_start_at_once_all_get_it_and_leave_one(folder: Path, by_hand: Bundle):
    code = (
        "import sys; from pathlib import Path\n"
        "from algocheck.engine.wasm.engine import WasmEngine; from rego import bundle\n"
        "engine = WasmEngine(bundle()._replace(compiled=Path(sys.argv[1])), Path(sys.argv[2]))\n"
        "print(engine.query('a.answer', {}))\n"
    )
    tests = Path(__file__).parents[1]
    command = [sys.executable, "-c", code, str(by_hand.compiled), str(folder)]

    def ask(_: int) -> str:
        return subprocess.run(
            command, check=True, capture_output=True, text=True, cwd=tests
        ).stdout.strip()

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(ask, range(6))) == ["as asked"] * 6

    assert kept(folder).suffix == ".cwasm"


def test_while_one_writes_the_others_read_it_whole_or_not_at_all(folder: Path):
    def write(number: int) -> None:
        cache.save(folder, "code", bytes([number]) * 200_000)

    with ThreadPoolExecutor(4) as pool:
        writing = [pool.submit(write, number) for number in range(60)]
        found = [cache.load(folder, "code") for _ in range(300)]
        for each in writing:
            each.result()

    assert {len(set(code)) for code in found if code} <= {1}
    assert cache.load(folder, "code")
    assert json.dumps([each.name for each in folder.iterdir()]) == '["code.cwasm"]'
