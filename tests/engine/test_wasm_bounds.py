"""Whatever a compiled bundle does, it ends within its bounds as one sentence that names it."""

import sys
from pathlib import Path
from typing import Any

import pytest

from algocheck.engine.limits import Limits
from algocheck.engine.wasm import bounds
from algocheck.engine.wasm.compiling import compiled as compile_wasm
from algocheck.engine.wasm.engine import WasmEngine
from algocheck.errors import EngineError
from algocheck.policy.bundle import Bundle
from algocheck.words import say
from compiled import compiled, with_wasm
from rego import HOSTILE, bundle
from wat import compile_bomb, evaluating, wasm

linux = pytest.mark.skipif(sys.platform != "linux", reason="only there is memory bounded")


def refusal(of: Bundle, cache: Path | None = None) -> EngineError:
    """Return the error of starting on *of* and asking it something."""
    with pytest.raises(EngineError) as error:
        WasmEngine(of, cache).query("a.answer", {})
    assert "by-hand" in str(error.value)
    assert str(error.value).isprintable()
    return error.value


# Policies that OPA compiles: it refuses those that recurse.

TOO_MUCH = {
    **{
        what: HOSTILE[what]
        for what in HOSTILE
        if "list" in what or "text" in what or "join" in what
    },
    "a huge answer": (
        "n := numbers.range(1, 100000)\nanswer := [[one, other] | some one in n; some other in n]"
    ),
}


@pytest.mark.parametrize("what", TOO_MUCH)
def test_a_policy_that_does_too_much_is_stopped(opa: Path, tmp_path: Path, cache: Path, what: str):
    of = compiled(opa, bundle(f"package a\n\n{TOO_MUCH[what]}"), tmp_path, ["a.answer"])

    assert refusal(of, cache).message.key == "wasm.too-much-work"


def test_rules_on_top_of_each_other_end_where_the_memory_for_them_does(
    opa: Path, tmp_path: Path, cache: Path
):
    text = "f0(n) := n\n" + "".join(f"f{n}(n) := f{n - 1}(n)\n" for n in range(1, 1000))
    of = compiled(opa, bundle(f"package a\n\n{text}answer := f999(1)"), tmp_path, ["a.answer"])

    assert refusal(of, cache).message.key == "wasm.out-of-memory"


def test_a_policy_that_makes_no_number_is_an_error(opa: Path, tmp_path: Path, cache: Path):
    of = compiled(opa, bundle("package a\n\nanswer := 1e308 * 10"), tmp_path, ["a.answer"])

    assert refusal(of, cache).message.key == "wasm.garbled"


def test_what_a_policy_prints_is_not_shown(
    opa: Path, tmp_path: Path, cache: Path, capfd: pytest.CaptureFixture[str]
):
    of = compiled(opa, bundle('package a\n\nanswer := 1 if print("hello")'), tmp_path, ["a.answer"])

    assert WasmEngine(of, cache).query("a.answer", {}) == 1
    assert capfd.readouterr() == ("", "")


# Code that no OPA would make.

LOOP = "(loop $on (br $on)) (unreachable)"

BEYOND = {
    "an evaluation that never ends": (wasm(LOOP), "wasm.too-much-work"),
    "a start that never ends": (
        wasm(more="(func $main (loop $on (br $on))) (start $main)"),
        "wasm.too-much-work",
    ),
    "names that take for ever": (
        wasm(builtins=f'(func (export "builtins") (result i32) {LOOP})'),
        "wasm.too-much-work",
    ),
    "data that takes for ever": (
        wasm(
            opa_json_parse=f'(func (export "opa_json_parse") (param i32 i32) (result i32) {LOOP})'
        ),
        "wasm.too-much-work",
    ),
    "a function that calls itself": (
        wasm(
            opa_eval=evaluating("(i32.add (call $again) (i32.const 1))").replace(
                "call $again", "call $eval" + " (i32.const 0)" * 7
            )
        ),
        "wasm.too-deep",
    ),
    "memory that grows until there is no more": (
        wasm(
            "(loop $on (br_if $on (i32.ne (memory.grow (i32.const 16)) (i32.const -1))))"
            "(i32.load (i32.shl (memory.size) (i32.const 16)))"
        ),
        "wasm.out-of-memory",
    ),
    "four gigabytes from the start": (
        wasm(memory='(import "env" "memory" (memory 65536))'),
        "engine.failed",
    ),
    "a table of millions": (wasm(more="(table 10000000 funcref)"), "engine.failed"),
    "a table that grows": (
        wasm(
            "(drop (table.grow $t (ref.null func) (i32.const 10000000)))"
            "(table.set $t (i32.const 9000000) (ref.null func)) (i32.const 4096)",
            more="(table $t 1 funcref)",
        ),
        "engine.failed",
    ),
    "two tables": (wasm(more="(table 1 funcref) (table 1 funcref)"), "engine.failed"),
    "a question that is written beyond the memory": (
        wasm(opa_heap_ptr_get='(func (export "opa_heap_ptr_get") (result i32) (i32.const -1))'),
        "engine.failed",
    ),
    "an answer that never ends": (
        wasm(
            "(memory.fill (i32.const 0) (i32.const 32) (i32.const 62914560)) (i32.const 0)",
            memory='(import "env" "memory" (memory 960))',
        ),
        "engine.answer-too-large",
    ),
}


@pytest.mark.parametrize("what", BEYOND)
def test_code_that_goes_too_far_is_stopped(tmp_path: Path, cache: Path, what: str):
    code, key = BEYOND[what]

    assert refusal(with_wasm(bundle(), code, tmp_path), cache).message.key == key


MORE_THAN_OPA_USES = {
    "two memories": wasm(more="(memory 1)"),
    "a memory with 64-bit pointers": wasm(memory='(import "env" "memory" (memory i64 2))'),
    "a memory that is shared": wasm(memory='(import "env" "memory" (memory 2 9 shared))'),
}


@pytest.mark.parametrize("what", MORE_THAN_OPA_USES)
def test_wasm_beyond_what_opa_uses_is_refused(tmp_path: Path, what: str):
    error = refusal(with_wasm(bundle(), MORE_THAN_OPA_USES[what], tmp_path))

    assert error.message.key == "wasm.no-wasm"


# What is no Wasm.


def test_half_a_module_is_refused_wherever_it_ends(opa: Path, tmp_path: Path):
    whole = compiled(opa, bundle("package a\n\nanswer := 1"), tmp_path, ["a.answer"])
    assert whole.compiled
    code = whole.compiled.read_bytes()
    for end in (0, 3, 9, 100, len(code) // 2, len(code) - 1):
        error = refusal(with_wasm(bundle(), code[:end], tmp_path))

        assert error.message.key == "wasm.no-wasm"


@pytest.mark.parametrize("code", [b"(module)", b"nonsense", b"\x00asm\x0d\x00\x01\x00", b"\x7fELF"])
def test_what_does_not_begin_as_wasm_is_refused(tmp_path: Path, code: bytes):
    assert refusal(with_wasm(bundle(), code, tmp_path)).message.key == "wasm.no-wasm"


# Compiling.


def compiling(code: bytes, **limits: Any) -> EngineError:
    with pytest.raises(EngineError) as error:
        compile_wasm(code, bounds.COMPILING._replace(**limits), bundle="by-hand")
    assert "bundle by-hand" in str(error.value)
    return error.value


def test_kilobytes_that_take_minutes_to_compile_are_stopped():
    bomb = compile_bomb()

    assert len(bomb) < 50_000
    assert str(compiling(bomb, seconds=1.0)) == (
        "bundle by-hand took more than 1 second to compile for this machine and was stopped; "
        "do not use it unless you know who made it"
    )


@linux
def test_what_needs_too_much_memory_to_compile_is_stopped(capfd: pytest.CaptureFixture[str]):
    error = compiling(compile_bomb(), bytes=256 * 1024**2)

    assert error.message.key == "wasm.compile-died"
    assert capfd.readouterr() == ("", "")


def test_machine_code_beyond_the_limit_is_not_taken():
    assert "becomes more than 10 bytes" in str(compiling(wasm(), answer=10))


def test_ordinary_policies_compile_in_half_of_the_limits(compiled_policies: Bundle):
    assert compiled_policies.compiled
    limits = Limits(*(int(each / 2) for each in bounds.COMPILING))
    code = compiled_policies.compiled.read_bytes()

    assert compile_wasm(code, limits, bundle="algocheck")


def test_no_python_to_compile_with_is_said_to_be_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "executable", "/nothing/python")

    error = compiling(wasm())

    assert "/nothing/python cannot be run (it is not there, or " in str(error)
    assert "/nothing/python is niet uit te voeren (het is er niet" in say(error.message, "nl")


# Manifests as large as they may be.


def test_the_largest_manifests_are_judged_within_the_bounds(compiled_policies: Bundle, cache: Path):
    engine = WasmEngine(compiled_policies, cache)
    entry = {"name": "x" * 100, "kind": "register", "origin": "none", "owner": "none"}
    manifest = {"manifest_version": 1, "kind": "deployment", "data": {"sources": [entry] * 20_000}}

    answer = engine.query("algocheck.main.evaluation", {"manifest": manifest, "today": ""})

    assert len(answer["facts"]["data"]["sources"]) == 20_000
