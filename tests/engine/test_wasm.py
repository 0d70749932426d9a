"""What the engine answers, and what it says of a bundle that it cannot ask."""

import errno
import multiprocessing
import sys
from pathlib import Path
from typing import Any

import pytest

from algocheck.engine.settings import Settings
from algocheck.engine.wasm import link, start
from algocheck.engine.wasm.engine import WasmEngine
from algocheck.errors import EngineError
from algocheck.words import say
from compiled import compiled, with_wasm
from rego import bundle
from wat import PARTS, several, wasm

HOSTILE_TEXT = "Ünïcödé 😀 \u2028\u2029\x85\r\n\x00\x1b[31m\\\"{}[]'"

POLICY = """\
package a

answer := input.value

other := data.numbers

open := input.nothing

twice := x if some x in [1, input.value]
"""


@pytest.fixture(scope="module")
def engine(opa: Path, cache: Path, tmp_path_factory: pytest.TempPathFactory) -> WasmEngine:
    documents = ["a.answer", "a.other", "a.open", "a.twice"]
    of = bundle(POLICY, data='{"numbers": [1, 2.5, -3, 9007199254740991]}')
    return WasmEngine(compiled(opa, of, tmp_path_factory.mktemp("echo"), documents), cache)


@pytest.fixture
def by_hand(tmp_path: Path, cache: Path) -> Any:
    """Start an engine on Wasm that was written by hand."""

    def begin(code: bytes) -> WasmEngine:
        return WasmEngine(with_wasm(bundle(), code, tmp_path), cache)

    return begin


def refusal(by_hand: Any, code: bytes) -> EngineError:
    """Return the error of starting on *code* and asking it something."""
    with pytest.raises(EngineError) as error:
        by_hand(code).query("a.answer", {})
    assert "by-hand" in str(error.value)
    assert str(error.value).isprintable()
    return error.value


# Ordinary questions.


def test_it_says_which_engine_it_is(engine: WasmEngine):
    assert engine.description.startswith("wasm (wasmtime ")


@pytest.mark.parametrize(
    "value",
    [
        *(None, True, False, 0, -1, 1.5, 1e20, "", HOSTILE_TEXT, [], {}, [[]], [None]),
        *({"": {"": []}}, {HOSTILE_TEXT: HOSTILE_TEXT}, "é" * 100_000, "\\" * 9, 'set("a")'),
    ],
)
def test_what_goes_in_comes_out(engine: WasmEngine, value: Any):
    assert engine.query("a.answer", {"value": value}) == value


def test_policies_read_the_data_of_their_bundle(engine: WasmEngine):
    assert engine.query("a.other", {}) == [1, 2.5, -3, 9007199254740991]


def test_nothing_of_a_question_is_left_for_the_next(engine: WasmEngine):
    questions = ["x" * 3_000_000, None, ["y"] * 1000, {"z": 1}, "", "x"] * 20

    assert [engine.query("a.answer", {"value": each}) for each in questions] == questions


def test_a_document_without_a_value_is_an_error_and_the_next_question_is_answered(
    engine: WasmEngine,
):
    with pytest.raises(EngineError, match=r"a\.open of bundle by-hand has no value"):
        engine.query("a.open", {})

    assert engine.query("a.answer", {"value": 1}) == 1


def test_a_document_that_was_not_compiled_is_named(engine: WasmEngine):
    with pytest.raises(EngineError, match=r"compiled without the entry point a\.nothing"):
        engine.query("a.nothing", {})


def test_two_values_of_one_rule_are_an_error_with_its_place(engine: WasmEngine):
    assert engine.query("a.twice", {"value": 1}) == 1
    with pytest.raises(EngineError, match=r"defect\.rego:9:1: var assignment conflict"):
        engine.query("a.twice", {"value": 2})

    assert engine.query("a.twice", {"value": 1}) == 1


@pytest.mark.parametrize(
    "value", ["\ud800", "a\udfffb", float("nan"), float("inf"), {"\udc00": 1}], ids=ascii
)
def test_what_is_no_json_is_never_asked(engine: WasmEngine, value: Any):
    with pytest.raises(EngineError, match="could not evaluate bundle by-hand"):
        engine.query("a.answer", {"value": value})


def test_a_question_that_is_nested_too_deeply_is_an_error(engine: WasmEngine):
    value: list[Any] = []
    for _ in range(100_000):
        value = [value]

    with pytest.raises(EngineError, match="could not evaluate bundle by-hand"):
        engine.query("a.answer", {"value": value})


def test_a_closed_engine_answers_nothing(by_hand: Any):
    engine = by_hand(wasm())
    engine.close()

    with pytest.raises(EngineError, match="was closed"):
        engine.query("a.answer", {})


@pytest.mark.skipif(sys.platform != "linux", reason="only there do workers begin as copies")
def test_a_worker_that_began_as_a_copy_of_us_answers_too(
    engine: WasmEngine, opa: Path, tmp_path: Path
):
    assert engine.query("a.answer", {"value": 1}) == 1
    other = compiled(opa, bundle(POLICY, data='{"numbers": [3]}'), tmp_path, ["a.other"])
    ours, theirs = multiprocessing.Pipe(duplex=False)

    def work() -> None:
        # It goes on with our engine, and compiles one of its own: with no thread of ours.
        theirs.send(engine.query("a.answer", {"value": 2}))
        theirs.send(WasmEngine(other, None).query("a.other", {}))

    worker = multiprocessing.get_context("fork").Process(target=work)
    worker.start()
    try:
        assert [ours.poll(60) and ours.recv() for _ in range(2)] == [2, [3]]
    finally:
        worker.kill()
        worker.join()


# What there is to start on.


def test_a_bundle_of_source_alone_is_told_what_to_do():
    with pytest.raises(EngineError, match="has no compiled form that belongs to its policies"):
        start(bundle(), Settings())


def test_a_compiled_form_that_is_not_there_is_an_error(tmp_path: Path):
    with pytest.raises(EngineError, match=r"cannot be read \(it is not there, or ") as error:
        start(bundle()._replace(compiled=tmp_path / "policy.wasm"), Settings())

    assert "is niet te lezen (het is er niet, of " in say(error.value.message, "nl")


@pytest.mark.parametrize(
    ("refusal", "dutch"),
    [
        (OSError(errno.ENOMEM, "in other words"), "het systeem heeft er geen geheugen meer voor"),
        (ImportError("no such symbol"), "no such symbol"),
    ],
    ids=["by the system", "by Python"],
)
def test_a_wasmtime_that_does_not_load_is_said_not_to(
    monkeypatch: pytest.MonkeyPatch, refusal: Exception, dutch: str
):
    class Refusing:
        """Stands before all who find modules."""

        @staticmethod
        def find_spec(name: str, *_: Any) -> None:
            if name == WasmEngine.__module__:
                raise refusal

    monkeypatch.delitem(sys.modules, WasmEngine.__module__)
    monkeypatch.setattr(sys, "meta_path", [Refusing, *sys.meta_path])

    with pytest.raises(EngineError) as error:
        start(bundle(), Settings())

    assert f"laadt hier niet ({dutch});" in say(error.value.message, "nl")


@pytest.mark.parametrize("told", ["", "{}", "[]", "null", '{"sha256": 3}', "[" * 100_000])
def test_a_compiled_form_that_nothing_tells_of_is_an_error(tmp_path: Path, told: str):
    of = with_wasm(bundle(), wasm(), tmp_path)
    (tmp_path / "policy.wasm.json").write_text(told)

    with pytest.raises(EngineError, match="is not what was built"):
        start(of, Settings())


def test_one_byte_that_was_changed_is_an_error(tmp_path: Path):
    code = wasm()
    of = with_wasm(bundle(), code, tmp_path)
    (tmp_path / "policy.wasm").write_bytes(code.replace(b"as asked", b"at ease."))

    with pytest.raises(EngineError, match="is not what was built"):
        start(of, Settings())


def test_what_is_written_by_hand_as_opa_would_is_taken(by_hand: Any):
    assert by_hand(wasm()).query("a.answer", {}) == "as asked"


# What asks for more than a policy is given.


@pytest.mark.parametrize(
    ("rule", "builtin"),
    [
        ("time.now_ns()", "time.now_ns"),
        ('http.send({"method": "get", "url": "http://127.0.0.1"})', "http.send"),
        ('sprintf("%d", [1])', "sprintf"),
        ("opa.runtime()", "opa.runtime"),
    ],
)
def test_a_policy_that_needs_a_builtin_of_its_host_is_refused_by_its_name(
    opa: Path, tmp_path: Path, cache: Path, rule: str, builtin: str
):
    of = compiled(opa, bundle(f"package a\n\nanswer := {rule}"), tmp_path, ["a.answer"])

    with pytest.raises(EngineError, match=f"by-hand cannot be evaluated: it needs {builtin} from"):
        WasmEngine(of, cache)


@pytest.mark.parametrize(
    "wanted",
    [
        '"wasi_snapshot_preview1" "fd_write" (func (param i32 i32 i32 i32) (result i32))',
        '"env" "opa_builtin9" (func)',
        '"env" "system" (func (param i32) (result i32))',
        '"other" "opa_abort" (func (param i32))',
        '"env" "opa_abort" (global i32)',
        '"env" "memory" (func)',
        '"env" "table" (table 1 funcref)',
        '"\\1b[31m" "\\u{202e}" (func)',
    ],
)
def test_whatever_else_is_imported_is_refused(by_hand: Any, wanted: str):
    error = refusal(by_hand, wasm(imports=f"(import {wanted})"))

    assert error.message.key == "wasm.asks-host"


def test_a_name_that_is_imported_twice_is_looked_at_twice(by_hand: Any):
    right = '(import "env" "opa_abort" (func (param i32)))'
    code = wasm(imports=f'(import "env" "opa_abort" (func (param f64))) {right}')

    assert refusal(by_hand, code).message.key == "wasm.asks-host"
    assert by_hand(wasm(imports=right * 2)).query("a.answer", {}) == "as asked"


def test_who_calls_a_builtin_that_it_did_not_name_is_stopped(by_hand: Any):
    code = wasm(
        "(call $builtin (i32.const 0) (i32.const 0))",
        imports='(import "env" "opa_builtin0" (func $builtin (param i32 i32) (result i32)))',
    )

    assert "could not evaluate bundle by-hand: it gave up" in str(refusal(by_hand, code))


@pytest.mark.parametrize("kind", ["i64", "f64", "externref", "funcref", "v128"])
def test_an_import_of_other_values_than_integers_is_refused(by_hand: Any, kind: str):
    error = refusal(
        by_hand, wasm(imports=f'(import "env" "opa_abort" (func $abort (param {kind})))')
    )

    # Who asks wasmtime what v128 is crashes.
    wanted = "wasm.compile-died" if kind == "v128" else "wasm.asks-host"
    assert error.message.key == wanted


# What OPA would not have made.


def test_what_lacks_a_part_is_told_which(by_hand: Any):
    names = {"memory": "env.memory", "version": link.VERSION[0], "additions": link.ADDITIONS[0]}
    for part in PARTS.keys() - {"imports", "more"} | {"opa_eval"}:
        without: dict[str, Any] = {part: ""}
        error = refusal(by_hand, wasm(**without))

        assert f"it lacks {names.get(part, part)}; build it again" in str(error)


@pytest.mark.parametrize(
    "part",
    [
        '(global (export "opa_eval") i32 (i32.const 1))',
        '(func (export "opa_eval") (result i32) (i32.const 1))',
        '(func (export "opa_eval") (param i32 i32 i32 i32 i32 i32 i64) (result i32) (i32.const 1))',
        '(func (export "opa_eval") (param i32 i32 i32 i32 i32 i32 i32))',
        '(func (export "opa_eval") (param i32 i32 i32 i32 i32 i32 i32) (result i64) (i64.const 1))',
    ],
)
def test_a_part_of_another_kind_is_lacking(by_hand: Any, part: str):
    assert "it lacks opa_eval" in str(refusal(by_hand, wasm(opa_eval=part)))


def test_a_memory_of_its_own_is_none_that_we_share(by_hand: Any):
    assert "it lacks env.memory" in str(refusal(by_hand, wasm(memory="(memory 2)")))


@pytest.mark.parametrize(
    ("version", "additions", "found"),
    [
        ("i32 (i32.const 2)", "i32 (i32.const 3)", "2.3"),
        ("i32 (i32.const 0)", "i32 (i32.const 3)", "0.3"),
        ("i32 (i32.const 1)", "i32 (i32.const 1)", "1.1"),
    ],
)
def test_other_conventions_are_refused(by_hand: Any, version: str, additions: str, found: str):
    code = wasm(
        version=f'(global (export "opa_wasm_abi_version") {version})',
        additions=f'(global (export "opa_wasm_abi_minor_version") {additions})',
    )

    assert f"for other conventions ({found})" in str(refusal(by_hand, code))


@pytest.mark.parametrize("kind", ["f32 (f32.const 1)", "funcref (ref.null func)"])
def test_conventions_that_are_no_number_are_lacking(by_hand: Any, kind: str):
    code = wasm(version=f'(global (export "opa_wasm_abi_version") {kind})')

    assert "it lacks opa_wasm_abi_version" in str(refusal(by_hand, code))


@pytest.mark.parametrize(
    "told", [b"", b"[]", b"null", b'{"a/answer": "0"}', b"nonsense", b"\xff", b'{"a/answer": 1.5}']
)
def test_names_that_are_garbled_are_refused(by_hand: Any, told: bytes):
    assert refusal(by_hand, wasm(answers_to=told)).message.key == "wasm.garbled"
    assert refusal(by_hand, wasm(asks_for=told)).message.key == "wasm.garbled"


def test_data_that_was_not_understood_is_an_error(by_hand: Any):
    no_value = '(func (export "opa_json_parse") (param i32 i32) (result i32) (i32.const 0))'

    assert refusal(by_hand, wasm(opa_json_parse=no_value)).message.key == "wasm.garbled"


# What an instance says.


GARBLED = [
    *(b"", b"x", b"{}", b"[1]", b"[[]]", b'[{"value": 1}]', b'{"result": 1}', b'"result"'),
    *(b'[{"result": NaN}]', b'[{"result": Infinity}]', b'[{"result": -Infinity}]'),
    *(b'[{"result": 1e999}]', b'[{"result": ' + b"9" * 5000 + b"}]", b'[{"result": 01}]'),
    *(b'[{"result": "\xff"}]', b'[{"result": "\xed\xa0\x80"}]', b'[{"result": 1}] 2'),
    *(b"[" * 5000, b'[{"result": ' + b"[" * 5000 + b"]" * 5000 + b"}]", b"\xff\xfe["),
]


@pytest.mark.parametrize("number", range(len(GARBLED)), ids=lambda n: ascii(GARBLED[n][:40]))
def test_an_answer_that_is_no_answer_is_an_error(by_hand: Any, number: int):
    code = several(GARBLED)  # one module, compiled once: each answers a question of its own

    with pytest.raises(EngineError, match="bundle by-hand gave an answer that cannot be read"):
        by_hand(code).query(f"a.{number}", {})


def test_a_pointer_with_a_sign_points_beyond_and_not_back_from_the_end(by_hand: Any):
    # -24 would be the last bytes of memory, where an answer stands.
    code = wasm("(i32.const -24)", more='(data (i32.const 131048) "[{\\22result\\22:1}]\\00")')

    assert refusal(by_hand, code).message.key == "wasm.garbled"


def test_an_answer_that_ends_with_the_memory_is_an_error(by_hand: Any):
    code = wasm("(i32.const 131058)", more='(data (i32.const 131058) "[{\\22result\\22:1}]")')

    assert refusal(by_hand, code).message.key == "wasm.garbled"


def test_who_gives_up_says_why(by_hand: Any):
    gives_up = '(import "env" "opa_abort" (func $abort (param i32)))'

    def code(pointer: int, reason: bytes) -> bytes:
        evaluate = f"(call $abort (i32.const {pointer})) (i32.const 4096)"
        return wasm(evaluate, answer=reason, imports=gives_up)

    assert "by-hand: it is too late" in str(refusal(by_hand, code(4096, b"it is\n\ttoo  late")))
    assert "\\x1b[31m\\u202e\N{REPLACEMENT CHARACTER}" in str(
        refusal(by_hand, code(4096, b"\x1b[31m\xe2\x80\xae\xff"))
    )
    assert "by-hand: it gave up" in str(refusal(by_hand, code(4096, b"x" * 100_000)))
    assert "by-hand: it gave up" in str(refusal(by_hand, code(-8, b"")))


def test_who_gives_up_at_the_start_is_an_error(by_hand: Any):
    code = wasm(
        imports='(import "env" "opa_abort" (func $abort (param i32)))',
        more="(func $main (call $abort (i32.const 4096))) (start $main)",
    )

    assert "by-hand: it gave up" in str(refusal(by_hand, code))


def test_after_an_error_everything_begins_anew(by_hand: Any):
    # It counts its questions, and fails at the second.
    counts = (
        "(global.set $asked (i32.add (global.get $asked) (i32.const 1)))"
        "(if (i32.eq (global.get $asked) (i32.const 2)) (then (unreachable)))"
        "(i32.const 4096)"
    )
    engine = by_hand(wasm(counts, imports="(global $asked (mut i32) (i32.const 0))"))

    said = []
    for _ in range(6):
        try:
            said.append(engine.query("a.answer", {}))
        except EngineError as error:
            said.append(error.message.key)

    assert said == ["as asked", "engine.failed"] * 3
