import subprocess
import sys

import pytest

from algocheck.engine.limits import Limits, confine

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the address space")


def confined(code: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """Run *code* in a process that confined itself to half a second and 300 MiB."""
    program = (
        f"import resource\n{before}\n"
        "from algocheck.engine.limits import Limits, confine\n"
        "limits = Limits(seconds=0.5, bytes=300 * 1024**2)\n"
        f"confine(limits)\n{code}"
    )
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )


@posix
def test_processor_time_is_bounded_when_nobody_is_there_to_stop_it():
    import signal

    assert confined("while True: pass").returncode == -signal.SIGXCPU


@posix
def test_each_question_gets_its_own_time():
    code = (
        "import time\n"
        "for _ in range(6):\n"
        "    confine(limits)\n"
        "    end = time.process_time() + 0.4\n"
        "    while time.process_time() < end: pass\n"
        "print('still here')"
    )

    assert confined(code).stdout == "still here\n"


@linux
def test_memory_is_bounded():
    assert "MemoryError" in confined("bytearray(400 * 1024**2)").stderr


@posix
def test_a_crash_leaves_no_dump_behind():
    assert confined("print(resource.getrlimit(resource.RLIMIT_CORE)[0])").stdout == "0\n"


@linux
def test_a_lower_bound_that_was_set_before_stays():
    before = (
        "resource.setrlimit(resource.RLIMIT_AS, (250 * 1024**2, 250 * 1024**2))\n"
        "resource.setrlimit(resource.RLIMIT_CPU, (1, 1))"
    )
    told = confined(
        "print(resource.getrlimit(resource.RLIMIT_AS), resource.getrlimit(resource.RLIMIT_CPU))",
        before,
    )

    assert told.stdout == f"{(250 * 1024**2,) * 2} (1, 1)\n"


def test_a_platform_without_such_limits_is_left_alone(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "resource", None)  # importing it fails, as there

    confine(Limits())


@linux
def test_macos_gets_no_bound_on_memory_which_it_would_refuse(monkeypatch: pytest.MonkeyPatch):
    import resource

    bounded = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(resource, "setrlimit", lambda kind, _: bounded.append(kind))
    confine(Limits())

    assert bounded == [resource.RLIMIT_CPU, resource.RLIMIT_CORE]
