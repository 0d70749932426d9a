"""Compiled forms written by hand, of which every part can be other than OPA would make it."""

import json
from collections.abc import Sequence

import wasmtime

PARTS = {
    "memory": '(import "env" "memory" (memory 2))',
    "imports": "",
    "version": '(global (export "opa_wasm_abi_version") i32 (i32.const 1))',
    "additions": '(global (export "opa_wasm_abi_minor_version") i32 (i32.const 3))',
    "entrypoints": '(func (export "entrypoints") (result i32) (i32.const 1024))',
    "builtins": '(func (export "builtins") (result i32) (i32.const 2048))',
    "opa_json_dump": '(func (export "opa_json_dump") (param i32) (result i32) (local.get 0))',
    "opa_json_parse": '(func (export "opa_json_parse") (param i32 i32) (result i32) (i32.const 1))',
    "opa_malloc": '(func (export "opa_malloc") (param i32) (result i32) (i32.const 8192))',
    "opa_heap_ptr_get": '(func (export "opa_heap_ptr_get") (result i32) (i32.const 65536))',
    "more": "",
}
"""What a compiled form has; its entry points stand at 1024, builtins at 2048, answer at 4096."""

SEVEN = "(param i32 i32 i32 i32 i32 i32 i32)"


def evaluating(code: str) -> str:
    """Write the function that answers: *code* leaves a pointer to the answer."""
    return f'(func $eval (export "opa_eval") {SEVEN} (result i32) {code})'


def wasm(
    evaluate: str = "(i32.const 4096)",
    *,
    answer: bytes = b'[{"result":"as asked"}]',
    answers_to: bytes = b'{"a/answer":0}',
    asks_for: bytes = b"{}",
    **parts: str,
) -> bytes:
    """Make a module of `PARTS` but for the *parts* given, and what it tells and answers."""
    unknown = parts.keys() - PARTS.keys() - {"opa_eval"}
    assert not unknown, unknown
    whole = PARTS | {"opa_eval": evaluating(evaluate)} | parts
    told = ((1024, answers_to), (2048, asks_for), (4096, answer))
    texts = "".join(f'(data (i32.const {at}) "{_escaped(text)}\\00")' for at, text in told)
    if "memory" not in whole["memory"]:
        texts = ""
    return bytes(wasmtime.wat2wasm(f"(module {' '.join(whole.values())} {texts})"))


def several(answers: Sequence[bytes]) -> bytes:
    """Make a module that answers the document a.0 with the first of *answers*, and so on."""
    data, at, pointers = "", 65536, b""
    for answer in answers:
        data += f'(data (i32.const {at}) "{_escaped(answer)}\\00")'
        pointers += at.to_bytes(4, "little")
        at += len(answer) + 1
    table = f'(data (i32.const 32768) "{_escaped(pointers)}")'
    return wasm(
        "(i32.load offset=32768 (i32.shl (local.get 1) (i32.const 2)))",
        answers_to=json.dumps({f"a/{n}": n for n in range(len(answers))}).encode(),
        memory=f'(import "env" "memory" (memory {1 + at // 65536}))',
        opa_heap_ptr_get=f'(func (export "opa_heap_ptr_get") (result i32) (i32.const {at}))',
        more=data + table,
    )


def compile_bomb(blocks: int = 200, values: int = 2000) -> bytes:
    """Make kilobytes that take minutes: jumps from all to all, and every value in use there."""
    jumps = ""
    for block in range(blocks):
        changed = 1 + block * 7 % values
        targets = " ".join(str(each) for each in range(blocks - block))
        jumps += (
            f"(local.set {changed} (i32.add (local.get {1 + block % values}) (local.get 0)))"
            f"(br_table {targets} (local.get 0)))"
        )
    uses = "".join(
        f"(local.set 0 (i32.xor (local.get 0) (local.get {1 + n})))" for n in range(values)
    )
    bomb = (
        f'(func (export "bomb") (param i32) {"(local i32)" * values}'
        f"(loop $again {'(block ' * blocks}{jumps}{uses}(br_if $again (local.get 0))))"
    )
    return wasm(more=bomb)


def _escaped(text: bytes) -> str:
    return "".join(f"\\{byte:02x}" for byte in text)
