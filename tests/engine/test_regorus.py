import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
import regorus

from algocheck.engine.regorus import FORBIDDEN, VERSION, RegorusEngine
from algocheck.errors import EngineError
from algocheck.manifest import limits
from rego import PATH, bundle
from support import clean_environment

ECHO = "package a\n\nanswer := input"


def nested(depth: int) -> Any:
    value: Any = "inmost"
    for _ in range(depth):
        value = [value]
    return value


def ask(text: str, question: dict[str, Any] | None = None, *, data: str = "{}") -> Any:
    return RegorusEngine(bundle(text, data=data)).query("a.answer", question or {})


def refusal(text: str, question: dict[str, Any] | None = None) -> str:
    with pytest.raises(EngineError) as error:
        ask(text, question)
    return str(error.value)


# What goes in.


@pytest.mark.parametrize(
    "value",
    [None, True, "", "Ünïcödé \u2028\x00\x1b 😀", -0.1, 2**64 - 1, -(2**63), [], {}, {"a": [{}]}],
)
def test_what_goes_in_comes_out(value: object):
    assert ask(ECHO, {"value": value}) == {"value": value}


def test_a_lone_surrogate_is_refused_and_the_next_question_answered():
    engine = RegorusEngine(bundle(ECHO))

    for surrogate in ("\ud800", "\udc00", "a\udfff"):
        with pytest.raises(EngineError, match="could not evaluate bundle by-hand"):
            engine.query("a.answer", {"value": surrogate})

    assert engine.query("a.answer", {"value": "whole"}) == {"value": "whole"}


@pytest.mark.parametrize("depth", [128, 500, 10_000, 100_000])
def test_input_that_is_too_deep_is_refused(depth: int):
    assert "recursion" in refusal(ECHO, {"value": nested(depth)})


def test_a_manifest_as_deep_as_can_be_read_is_not_too_deep_for_the_engine():
    question = {"manifest": nested(limits.DEPTH), "today": "2026-01-01"}

    assert ask(ECHO, question) == question


def test_numbers_of_more_than_64_bits_lose_their_end():
    assert ask(ECHO, {"value": 2**64 + 1}) == {"value": float(2**64)}


@pytest.mark.parametrize("number", [float("inf"), float("nan")])
def test_what_is_no_number_is_refused(number: float):
    assert "could not evaluate" in refusal(ECHO, {"value": number})


def test_the_next_question_forgets_the_last():
    engine = RegorusEngine(bundle("package a\n\nanswer if input.a"))
    assert engine.query("a.answer", {"a": True}) is True

    with pytest.raises(EngineError, match="has no value"):
        engine.query("a.answer", {"b": True})


# What comes out.


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ('answer := {{"b": 1}, {"a": {3, 2}}}', [{"a": [2, 3]}, {"b": 1}]),
        ("answer contains {1: 2}", [{"1": 2}]),
        ("answer.b.c := 1", {"b": {"c": 1}}),
        ('answer[x] := y if some x, y in {"p": 1, "q": [2]}', {"p": 1, "q": [2]}),
        ("answer := null", None),
        ("answer := false", False),
        ("answer := {}", {}),
    ],
)
def test_sets_and_names_that_are_references_come_out_whole(text: str, answer: object):
    assert ask(f"package a\n\n{text}") == answer


def test_an_else_in_a_function_is_taken():
    # The engine's compiled form answers "<undefined>" here, and a failing rule is lost.
    text = 'f(n) := "yes" if {\n\tsome b in input.l\n\tb > n\n} else := "no"\n\nanswer := f(3)'

    assert ask(f"package a\n\n{text}", {"l": [1, 2]}) == "no"
    assert ask(f"package a\n\n{text}", {"l": [1, 4]}) == "yes"


def test_a_document_without_a_value_is_an_error_never_an_empty_answer():
    assert refusal("package a\n\nanswer := input.nothing") == (
        "a.answer of bundle by-hand has no value: the bundle lacks its entry point or its data; "
        "get the bundle again"
    )


@pytest.mark.parametrize("text", ["answer := 1e308 * 10", "answer := -1e308 * 10"])
def test_an_answer_that_is_no_number_is_an_error(text: str):
    assert "could not evaluate" in refusal(f"package a\n\n{text}")


def test_an_answer_that_is_too_deep_to_read_is_an_error():
    levels = "".join(f"d{n} := [[[[[[[[[[d{n - 1}]]]]]]]]]]\n" for n in range(1, 130))

    assert "recursion" in refusal(f"package a\n\nd0 := 1\n{levels}\nanswer := d129")


# What goes wrong.


def test_an_error_is_one_line_that_names_the_bundle_and_the_place():
    assert refusal('package a\n\nanswer := to_number("\x7f\u202ezz")') == (
        f"the engine could not evaluate bundle by-hand: {PATH}:3: could not parse string as number"
    )


def test_what_a_policy_writes_cannot_reach_the_terminal_through_an_error():
    said = refusal(f"package a\n\nanswer := nosuch{'x' * 600}(1)")
    quoted = refusal("package a\n\nanswer := b # \x1b]0;owned\x07\u202e\n\nb := answer")

    assert r"\x1b]0;owned\x07\u202e" in quoted
    assert len(said) < 600
    assert said.isprintable()
    assert quoted.isprintable()


def test_a_module_that_is_no_rego_is_named():
    with pytest.raises(EngineError, match=f"by-hand: {PATH}:3: expecting"):
        RegorusEngine(bundle("package a\n\nanswer := ["))


@pytest.mark.parametrize("data", ["", "[1]", "{", '{"a": NaN}', "nonsense"])
def test_data_that_is_no_data_is_refused(data: str):
    with pytest.raises(EngineError, match="could not evaluate bundle by-hand"):
        RegorusEngine(bundle(ECHO, data=data))


def test_an_unknown_builtin_is_an_error_only_when_it_is_reached():
    text = "package a\n\nanswer := 1 if not input.reach\n\nanswer := no.such(1) if input.reach"

    assert ask(text) == 1
    assert "could not find function no.such" in refusal(text, {"reach": True})


def test_an_error_where_the_input_is_replaced_leaves_the_next_answer_alone():
    engine = RegorusEngine(
        bundle(
            "package a\n\nanswer := input.v\n\n"
            'error if to_number(input.v) == 1 with input as {"v": "none"}\n'
        )
    )
    with pytest.raises(EngineError):
        engine.query("a.error", {"v": 1})

    assert engine.query("a.answer", {"v": 1}) == 1


def test_use_in_another_thread_is_an_error_and_no_panic():
    engine = RegorusEngine(bundle(ECHO))
    caught: list[BaseException] = []

    def elsewhere() -> None:
        try:
            engine.query("a.answer", {})
        except BaseException as error:  # noqa: BLE001 -- a panic is no Exception
            caught.append(error)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()

    (error,) = caught
    assert isinstance(error, EngineError)
    assert "thread" in str(error)
    assert engine.query("a.answer", {}) == {}


@pytest.mark.parametrize("module", ["algocheck.engine.regorus", "algocheck.engine.syntax"])
def test_errors_carry_no_backtrace_even_where_the_environment_asks_for_one(module: str):
    code = (
        f"import {module}, regorus\n"
        "engine = regorus.Engine()\n"
        "try: engine.add_policy('a.rego', 'package a\\n\\nanswer := [')\n"
        "except RuntimeError as error: print(error)"
    )
    told = subprocess.run(
        [sys.executable, "-c", code],
        env=clean_environment() | {"RUST_BACKTRACE": "full", "RUST_LIB_BACKTRACE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert "expecting" in told.stdout
    assert "backtrace" not in told.stdout.lower()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the address space")
def test_memory_that_runs_out_is_said_to_have_done_so():
    # How it runs out depends on where: a crash, a panic, or an error of Python's.
    code = f"""
import os, resource, sys
sys.path.insert(0, {str(Path(__file__).parents[1])!r})
from algocheck.engine.regorus import RegorusEngine
from algocheck.errors import EngineError
from rego import bundle
engine = RegorusEngine(bundle("package a\\n\\nanswer := numbers.range(1, 200000)"))
engine.query("a.answer", {{}})
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
for spare in range(0, 64 * 1024**2, 2 * 1024**2):
    if not os.fork():
        resource.setrlimit(resource.RLIMIT_AS, (used + spare, resource.RLIM_INFINITY))
        try: engine.query("a.answer", {{}})
        except EngineError as error: print(error, flush=True)
        os._exit(0)
    os.wait()
"""
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    (sentence,) = set(told.splitlines())

    assert sentence == (
        "bundle by-hand needed more memory than there is for it; "
        "look for rules that make very large values"
    )


def test_ctrl_c_is_no_error_of_the_engine(monkeypatch: pytest.MonkeyPatch):
    engine = RegorusEngine(bundle(ECHO))

    def interrupted(_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(json, "loads", interrupted)
    with pytest.raises(KeyboardInterrupt):
        engine.query("a.answer", {})


# What may not be asked.


@pytest.mark.parametrize(("name", "arity"), FORBIDDEN)
def test_a_builtin_that_looks_at_the_world_is_an_error(name: str, arity: int):
    arguments = ", ".join(['{"method": "get", "url": "http://localhost:9"}', "3"][:arity])

    for written in (arguments, f"{arguments}, 1"):
        assert PATH in refusal(f"package a\n\nanswer := {name}({written.removeprefix(', ')})")


def test_every_builtin_that_looks_at_the_world_is_among_them():
    answer = json.loads(regorus.Engine().eval_query_as_json("opa.runtime()"))
    builtins = answer["result"][0]["expressions"][0]["value"]["builtins"]
    prefixes = ("http.", "opa.", "rand.", "time.now", "uuid.rfc", "io.", "net.lookup", "rego.")

    assert {name for name in builtins if name.startswith(prefixes)} == {
        name for name, _ in FORBIDDEN
    }


# Which engine it is.


def test_the_engine_says_which_it_is():
    assert RegorusEngine(bundle(ECHO)).description == f"regorus {VERSION}"


def test_another_version_of_the_engine_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("algocheck.engine.regorus.VERSION", "0.12.9")

    with pytest.raises(EngineError, match=r"needs regorus 0\.12\.9 and found 0\.13\.0"):
        RegorusEngine(bundle(ECHO))


def test_an_engine_that_does_not_tell_its_version_is_refused(monkeypatch: pytest.MonkeyPatch):
    class Silent:
        def eval_query_as_json(self, _: str) -> str:
            return "{}"

    monkeypatch.setattr(regorus, "Engine", Silent)

    with pytest.raises(EngineError, match=r"found \?"):
        RegorusEngine(bundle(ECHO))


# What was evaluated.

BRANCHES = """\
package a

answer := "one" if {
	input.n == 1
	input.n < 9
} else := "two" if {
	input.n == 2
}

unused if {
	input.n == 3
}
"""


def test_coverage_tells_what_was_evaluated_of_each_module():
    engine = RegorusEngine(bundle(BRANCHES), coverage=True)
    engine.query("a.answer", {"n": 2})
    (covered,) = engine.coverage()

    assert covered.path == PATH
    assert covered.lines >= {4, 7}
    assert covered.missed >= {5, 11}
    assert not covered.lines & covered.missed


def test_without_asking_there_is_no_coverage():
    engine = RegorusEngine(bundle(BRANCHES))
    engine.query("a.answer", {"n": 2})

    assert not any(covered.lines for covered in engine.coverage())
