import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from algocheck.engine import child
from algocheck.engine.child import ChildEngine
from algocheck.engine.limits import Limits
from algocheck.errors import EngineError
from rego import HOSTILE, bundle

ECHO = bundle("package a\n\nanswer := input.value")
QUICK = Limits(seconds=1)

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")


@contextlib.contextmanager
def engine(of: Any = ECHO, limits: Limits | None = None) -> Iterator[ChildEngine]:
    started = ChildEngine(of, limits)
    try:
        yield started
    finally:
        started.close()


def refusal(of: Any = ECHO, limits: Limits = QUICK) -> EngineError:
    """Return the error of starting a child and asking it something, which ends it."""
    with pytest.raises(EngineError) as error:
        ask_once(of, limits)
    return error.value


def ask_once(of: Any, limits: Limits) -> None:
    with engine(of, limits) as started:
        started.query("a.answer", {})


def impostor(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Put another program in the place of the child."""
    monkeypatch.setattr(child, "STARTER", f"import os, signal, sys, time\n{code}")


def saying(line: str | bytes) -> str:
    """Write a program that says *line* whatever it is asked."""
    content = line.encode() if isinstance(line, str) else line
    return (
        "for _ in sys.stdin:\n"
        f"    sys.stdout.buffer.write({content!r})\n"
        "    sys.stdout.buffer.flush()"
    )


# Ordinary questions.


def test_a_child_says_which_engine_it_is():
    with engine() as started:
        assert started.description.startswith("regorus ")


def test_it_answers_question_after_question():
    with engine() as started:
        answers = [started.query("a.answer", {"value": number}) for number in range(500)]

    assert answers == list(range(500))


def test_lines_and_letters_of_every_kind_come_through():
    hostile = "Ünïcödé 😀 \u2028\u2029\x85\r\n\x00\x1b[31m\\"

    with engine() as started:
        assert started.query("a.answer", {"value": hostile}) == hostile


def test_an_answer_of_megabytes_comes_through():
    text = "é" * 3_000_000

    with engine() as started:
        assert started.query("a.answer", {"value": text}) == text


def test_a_document_without_a_value_is_an_error_and_the_next_question_is_answered():
    with engine() as started:
        with pytest.raises(EngineError, match="nothing of bundle by-hand has no value"):
            started.query("a.nothing", {})

        assert started.query("a.answer", {"value": 1}) == 1


# Hostile policies.

NEVER_END = [what for what in HOSTILE if "25 deep" in what or "join" in what]


@pytest.mark.parametrize("what", [what for what in HOSTILE if what not in NEVER_END])
def test_a_hostile_policy_ends_as_one_sentence_that_names_the_bundle(what: str):
    error = refusal(bundle(f"package a\n\n{HOSTILE[what]}"))

    assert "bundle by-hand" in str(error)
    assert str(error).isprintable()


@pytest.mark.parametrize("what", NEVER_END)
def test_what_never_ends_is_stopped(what: str):
    error = refusal(bundle(f"package a\n\n{HOSTILE[what]}"))

    assert str(error) == (
        "bundle by-hand gave no answer within 1 second and was stopped; "
        "look for a rule that loops over too much"
    )


@linux
def test_a_policy_that_eats_memory_meets_its_limit():
    error = refusal(bundle(f"package a\n\n{HOSTILE['a list without end']}"), Limits())

    assert "memory" in str(error)


def test_after_an_error_the_child_is_gone():
    with engine(bundle('package a\n\nanswer := to_number("z")\n\nother := 1')) as started:
        with pytest.raises(EngineError, match="could not parse string"):
            started.query("a.answer", {})

        assert started.closed
        with pytest.raises(EngineError, match="crashed on bundle by-hand"):
            started.query("a.other", {})


def test_all_questions_together_may_take_longer_than_one_may():
    busy = "n := numbers.range(1, 300)\n\nanswer := count([1 | some a in n; some b in n; a != b])"

    with engine(bundle(f"package a\n\n{busy}"), QUICK) as started:
        answers = {started.query("a.answer", {}) for _ in range(50)}

    assert answers == {300 * 299}


# A child that is not itself.


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("sys.exit(3)", "crashed on bundle by-hand or used too much memory (exit 3)"),
        ("sys.stdin.readline()", "crashed on bundle by-hand or used too much memory (exit 0)"),
        ("time.sleep(60)", "gave no answer within 1 second"),
        ("os.close(1)\ntime.sleep(60)", "gave no answer within 1 second"),
    ],
)
def test_a_child_that_dies_or_hangs_is_said_to_be_so(
    monkeypatch: pytest.MonkeyPatch, code: str, sentence: str
):
    impostor(monkeypatch, code)

    assert sentence in str(refusal())


@posix
@pytest.mark.parametrize(
    ("name", "key"),
    [("SIGKILL", "child-died"), ("SIGSEGV", "child-died"), ("SIGXCPU", "too-slow")],
)
def test_a_child_that_a_signal_ends_is_said_to_be_so(
    monkeypatch: pytest.MonkeyPatch, name: str, key: str
):
    impostor(monkeypatch, f"os.kill(os.getpid(), signal.{name})")

    assert refusal().message.key == f"engine.{key}"


@pytest.mark.parametrize(
    "line",
    [
        *("", "nonsense", "null", "3", "[]", "{}", '"failed"', '["failed"]', "[" * 100_000),
        *('{"failed": 3}', '{"failed": []}', '{"failed": ["engine.failed", 3]}', '{"val'),
        *(b"\xff\xfe\x00", b'{"value": "\xff'),
    ],
)
def test_an_answer_that_is_no_answer_is_an_error(
    monkeypatch: pytest.MonkeyPatch, line: str | bytes
):
    content = line.encode() if isinstance(line, str) else line
    impostor(monkeypatch, saying(content + b"\n"))

    assert "cannot be read" in str(refusal())


def test_half_an_answer_is_an_error(monkeypatch: pytest.MonkeyPatch):
    # What came is JSON, and might be the beginning of something else.
    impostor(monkeypatch, saying('{"value": 1}') + "\n    sys.exit()")

    assert refusal().message.key == "engine.child-died"


def test_an_answer_that_is_too_long_is_never_read_in_part(monkeypatch: pytest.MonkeyPatch):
    whole = '{"value": 1}'
    impostor(monkeypatch, saying(whole + " " * 100 + "\n"))

    error = refusal(limits=Limits(seconds=5, answer=len(whole)))

    assert "gave an answer of more than 12 characters" in str(error)


def test_an_answer_that_just_fits_is_read(monkeypatch: pytest.MonkeyPatch):
    line = '{"value": "as long as can be"}\n'
    impostor(monkeypatch, saying(line))

    with engine(limits=Limits(seconds=5, answer=len(line))) as started:
        assert started.query("a.answer", {}) == "as long as can be"


def test_a_question_that_is_not_read_does_not_block_us(monkeypatch: pytest.MonkeyPatch):
    impostor(monkeypatch, "time.sleep(60)")

    assert refusal(bundle(f"package a\n\n# {'x' * 5_000_000}")).message.key == "engine.too-slow"


# Processes.

START = f"""\
import os, signal, sys, time
sys.path.insert(0, {str(Path(__file__).parents[1])!r})
from algocheck.engine.child import ChildEngine
from algocheck.engine.limits import Limits
from algocheck.errors import EngineError
from rego import HOSTILE, bundle
ECHO = bundle("package a\\n\\nanswer := input.value")
ENDLESS = bundle("package a\\n\\n" + HOSTILE["an exponential join"])
NESTED = bundle("package a\\n\\n" + HOSTILE["arrays nested 25 deep"])
"""


def parent(code: str, **options: Any) -> "subprocess.Popen[str]":
    """Start a process that has children; it tells what it has to tell on its output."""
    return subprocess.Popen(
        [sys.executable, "-c", START + code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def child_of(pid: int) -> int:
    """Wait until a process has a child, and return which."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text()
        if children:
            return int(children)
        time.sleep(0.01)
    pytest.fail(f"process {pid} has no child")


def runs(pid: int) -> bool:
    """Tell whether a process runs; one that ended and nobody waited for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except FileNotFoundError:
        return False


def wait_until_gone(pid: int) -> None:
    end = time.monotonic() + 60
    while runs(pid):
        assert time.monotonic() < end, f"process {pid} goes on"
        time.sleep(0.05)


@posix
def test_however_a_child_ends_it_is_waited_for():
    code = """
def none_left(how):
    try:
        print(how, os.waitpid(-1, os.WNOHANG))
    except ChildProcessError:
        print(how, "none left")

engine = ChildEngine(ECHO)
engine.close()
engine.close()
none_left("closed:")
engine = ChildEngine(ECHO)
try: engine.query("a", {"value": "\\ud800"})
except EngineError: none_left("failed:")
try: ChildEngine(bundle("no rego"))
except EngineError: none_left("not started:")
engine = ChildEngine(ECHO)
del engine
none_left("forgotten:")
"""
    told, complaints = parent(code).communicate(timeout=60)

    assert told.splitlines() == [
        f"{how}: none left" for how in ("closed", "failed", "not started", "forgotten")
    ]
    assert complaints == ""


def test_a_child_that_is_left_running_is_ended_without_a_word():
    process = parent("engine = ChildEngine(ECHO)\nprint(engine.query('a.answer', {'value': 1}))")
    told, complaints = process.communicate(timeout=60)

    assert (told, complaints) == ("1\n", "")


@linux
@pytest.mark.parametrize(
    "code",
    [
        "engine = ChildEngine(ECHO)\ntime.sleep(60)",
        "ChildEngine(NESTED, Limits(seconds=2))",
        "ChildEngine(ENDLESS, Limits(seconds=2)).query('a.answer', {})",
    ],
    ids=["waiting", "loading", "evaluating"],
)
def test_a_child_does_not_outlive_its_parent(code: str):
    with parent(code) as process:
        pid = child_of(process.pid)
        time.sleep(0.5)  # so that it is where we want it, though any moment will do
        process.kill()

    wait_until_gone(pid)


@linux
def test_ctrl_c_ends_parent_and_child_and_the_child_prints_nothing():
    with parent(
        "try: ChildEngine(ENDLESS, Limits(seconds=60)).query('a.answer', {})\n"
        "except KeyboardInterrupt: print('interrupted')\n",
        start_new_session=True,  # a group of its own, as in a terminal
    ) as process:
        pid = child_of(process.pid)
        time.sleep(0.5)
        os.killpg(process.pid, signal.SIGINT)
        told, complaints = process.communicate(timeout=60)

    assert (told, complaints) == ("interrupted\n", "")
    wait_until_gone(pid)


@posix
def test_ctrl_c_that_the_parent_survives_the_child_survives_too():
    process = parent(
        "signal.signal(signal.SIGINT, lambda *_: None)\n"
        "engine = ChildEngine(ECHO)\n"
        "os.killpg(0, signal.SIGINT)\n"
        "print(engine.query('a.answer', {'value': 1}))",
        start_new_session=True,
    )
    told, complaints = process.communicate(timeout=60)

    assert (told, complaints) == ("1\n", "")


def test_an_interrupted_question_ends_the_child(monkeypatch: pytest.MonkeyPatch):
    with engine() as started:
        with monkeypatch.context() as patched:

            def interrupted(*_: object) -> None:
                raise KeyboardInterrupt

            patched.setattr(ChildEngine, "_exchange", interrupted)
            with pytest.raises(KeyboardInterrupt):
                started.query("a.answer", {"value": 1})

        assert started.closed


def test_nothing_that_the_environment_says_runs_in_the_child(tmp_path: Path):
    seen = tmp_path / "seen"
    startup = f"import os\nopen({str(seen)!r}, 'a').write(f'{{os.getpid()}}\\n')\n"
    (tmp_path / "sitecustomize.py").write_text(startup, encoding="utf-8")
    process = parent(
        "print(os.getpid())\nengine = ChildEngine(ECHO)\nengine.close()",
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
    )
    told, complaints = process.communicate(timeout=60)

    assert complaints == ""
    assert seen.read_text(encoding="utf-8") == told


# Coverage.


def test_a_child_tells_the_coverage_of_its_questions():
    started = ChildEngine(
        bundle("package a\n\nanswer if {\n\tinput.a\n\tinput.b\n}"), coverage=True
    )
    with contextlib.suppress(EngineError):
        started.query("a.answer", {"a": False})
    (covered,) = started.coverage()
    started.close()

    assert 4 in covered.lines
    assert 5 in covered.missed
