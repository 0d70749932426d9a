import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from algocheck.engine.limits import Limits
from algocheck.engine.suite import RegoTest, find_tests
from algocheck.engine.testing import Ran, run_tests
from algocheck.errors import EngineError
from algocheck.policy.bundle import Bundle
from algocheck.policy.source import Source
from algocheck.words import say
from rego import HOSTILE, PATH, bundle

QUICK = Limits(seconds=1)


def found_in(of: Bundle) -> tuple[RegoTest, ...]:
    return find_tests(Source((), of.modules, {})).tests


def ran(*texts: str, jobs: int = 1, limits: Limits = QUICK) -> Ran:
    of = bundle(*(f"package a.b{number}\n\n{text}\n" for number, text in enumerate(texts)))
    return run_tests(of, found_in(of), jobs=jobs, limits=limits)


def problems(result: Ran) -> dict[str, str]:
    return {failure.name: say(failure.problem, "en") for failure in result.failures}


def test_what_is_true_passes():
    assert ran("test_a if true\n\ntest_b := 1 == 1") == Ran((), ())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("test_a if 1 == 2", "not true: one of its statements does not hold"),
        ("test_a if input.nothing", "not true: one of its statements does not hold"),
        ("test_a := false", "it has a value, but not `true`"),
        ("test_a := 1", "it has a value, but not `true`"),
        ("test_a contains 1", "it has a value, but not `true`"),
        ("test_a.b := true", "it has a value, but not `true`"),
        ("test_a(x) := true", "not true"),
        ('test_a if to_number("z") == 1', "defect.rego:3: could not parse string as number"),
        ("test_a if no.such(1)", "defect.rego:3: could not find function no.such"),
        ("test_a if time.now_ns() > 0", "defect.rego:3: extension 'time.now_ns' raises"),
        (f"answer := 1\n{HOSTILE['rules that lead back to themselves']}\ntest_a if answer", ":"),
    ],
)
def test_everything_else_fails_and_says_why(text: str, problem: str):
    found = problems(ran(f"{text}\n\ntest_z if true"))

    assert list(found) == ["test_a"]
    assert problem in found["test_a"]


def test_a_failure_is_told_at_the_place_of_the_test():
    (failure,) = ran("test_a if true\n\ntest_b if false").failures

    assert (failure.file, failure.line, failure.column) == (PATH, 5, 1)


def test_a_test_that_crashes_the_engine_fails_and_the_others_are_run():
    detour = HOSTILE["a function that calls itself by a detour"]
    hostile = detour.replace("answer := ", "test_b := 1 == ")

    found = problems(ran(f"test_a if true\n\n{hostile}\n\ntest_c if false\n\ntest_d if true"))

    assert list(found) == ["test_b", "test_c"]
    assert "crashed" in found["test_b"]


def test_a_test_that_never_ends_fails_and_the_others_are_run():
    endless = HOSTILE["an exponential join"].replace("answer", "test_b")

    found = problems(ran(f"test_a if false\n\n{endless}\n\ntest_c if false"))

    assert list(found) == ["test_a", "test_b", "test_c"]
    assert "no answer within 1 second" in found["test_b"]


@pytest.mark.parametrize("jobs", [1, 2, 5, 50])
def test_each_test_is_run_once_however_many_children_share_them(jobs: int):
    texts = ["\n\n".join(f"test_{n} if {n} != 3" for n in range(7)) for _ in range(3)]

    assert [failure.name for failure in ran(*texts, jobs=jobs, limits=Limits()).failures] == [
        "test_3"
    ] * 3


def test_one_test_leaves_the_next_alone():
    text = """\
x := input.v

test_a if x == 1 with input as {"v": 1}

test_b if not x

test_c if to_number(x) == 1 with input as {"v": "none"}

test_d if not x"""

    assert list(problems(ran(text))) == ["test_c"]


def test_a_bundle_that_cannot_be_loaded_is_an_error():
    test = RegoTest("a_test.rego", 1, 1, ("a",), "test_a")

    with pytest.raises(EngineError, match="bundle by-hand"):
        run_tests(bundle("no rego"), [test], jobs=2, limits=QUICK)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_ctrl_c_ends_it_whatever_is_still_to_do():
    code = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parents[1])!r})
from algocheck.engine.limits import Limits
from algocheck.engine.suite import RegoTest
from algocheck.engine.testing import run_tests
from rego import HOSTILE, bundle
endless = bundle("package a\\n\\n" + HOSTILE["an exponential join"])
hour = [RegoTest("a_test.rego", 1, 1, ("a",), "answer")] * 3600
try:
    print("ready", flush=True)
    run_tests(endless, hour, jobs=2, limits=Limits(seconds=2))
except KeyboardInterrupt: print("interrupted")
"""
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, start_new_session=True, text=True
    ) as process:
        assert process.stdout
        process.stdout.readline()
        time.sleep(0.5)  # into the tests, though any moment will do
        os.killpg(process.pid, signal.SIGINT)
        try:
            assert process.communicate(timeout=60)[0] == "interrupted\n"
        finally:
            process.kill()


# Coverage.

POLICY = """\
package a

answer := "one" if {
	input.n == 1
	input.m == 1
} else := "two" if {
	input.n == 2
	input.m == 2
}

test_one if answer == "one" with input as {"n": 1, "m": 1}
test_two if answer == "two" with input as {"n": 2, "m": 2}
"""


@pytest.mark.parametrize("jobs", [1, 2])
def test_coverage_is_that_of_all_tests_together(jobs: int):
    of = bundle(POLICY)
    tests = found_in(of)

    (all_of_it,) = run_tests(of, tests, jobs=jobs, coverage=True).covered
    (half_of_it,) = run_tests(of, tests[:1], jobs=jobs, coverage=True).covered

    assert all_of_it.missed == frozenset()
    assert {7, 8} <= half_of_it.missed
    assert {4, 5} <= half_of_it.lines


def test_a_failure_leaves_no_coverage_to_rely_on():
    of = bundle(POLICY + "\ntest_three if false\n")

    assert run_tests(of, found_in(of), coverage=True).covered == ()
