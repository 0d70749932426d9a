"""What a compiled bundle may ask of us and what we ask of it: OPA's conventions, nothing else."""

from collections.abc import Callable, Mapping
from typing import NoReturn, TypeAlias

import wasmtime

from algocheck.engine.wasm.failures import AbortedError, one_line
from algocheck.errors import EngineError

VERSION = ("opa_wasm_abi_version", 1)
ADDITIONS = ("opa_wasm_abi_minor_version", 2)
"""Of the conventions; from the second additions on, a single call evaluates."""

EXPORTS = {
    "opa_eval": (7, 1),
    "opa_malloc": (1, 1),
    "opa_json_parse": (2, 1),
    "opa_json_dump": (1, 1),
    "opa_heap_ptr_get": (0, 1),
    "builtins": (0, 1),
    "entrypoints": (0, 1),
}
"""What we call: how many 32-bit integers go in, and how many come out."""

Extern: TypeAlias = "wasmtime.Func | wasmtime.Memory"


def check_exports(module: wasmtime.Module, bundle: str) -> None:
    """Raise `EngineError` where *module* lacks what we call, or has it otherwise."""
    found = {each.name: each.type for each in module.exports}
    integer = wasmtime.ValType.i32()
    for name, (taken, given) in EXPORTS.items():
        kind = found.get(name)
        if (
            not isinstance(kind, wasmtime.FuncType)
            or kind.params != [integer] * taken
            or kind.results != [integer] * given
        ):
            raise EngineError("wasm.not-by-opa", bundle=bundle, lacks=name)


def check_version(store: wasmtime.Store, exports: Mapping[str, object], bundle: str) -> None:
    """Raise `EngineError` where the instance keeps other conventions, or does not say which."""
    version, additions = (_number(store, exports.get(name)) for name, _ in (VERSION, ADDITIONS))
    if version != VERSION[1] or additions < ADDITIONS[1]:
        raise EngineError("wasm.other-abi", bundle=bundle, found=f"{version}.{additions}")


def imports(
    store: wasmtime.Store, module: wasmtime.Module, bundle: str
) -> tuple[list[Extern], wasmtime.Memory]:
    """Return what *module* imports, in its order, and the memory among it.

    Raises `EngineError` where it asks for anything else, and `WasmtimeError` where
    it wants more memory than it may have.
    """
    given: list[Extern] = []
    memory = None
    for each in module.imports:
        name, kind = f"{each.module}.{each.name}", each.type
        if name == "env.memory" and isinstance(kind, wasmtime.MemoryType):
            memory = wasmtime.Memory(store, kind)
            given.append(memory)
        elif name in _FUNCTIONS and isinstance(kind, wasmtime.FuncType):
            given.append(wasmtime.Func(store, kind, _FUNCTIONS[name]))
        else:
            raise EngineError("wasm.asks-host", bundle=bundle, what=one_line(name))
    if memory is None:
        raise EngineError("wasm.not-by-opa", bundle=bundle, lacks="env.memory")
    return given, memory


def refuse_builtins(wanted: Mapping[str, object], bundle: str) -> None:
    """Raise `EngineError` where a builtin is *wanted* of us that OPA has but Wasm has not."""
    if wanted:
        names = ", ".join(sorted(wanted))
        raise EngineError("wasm.asks-host", bundle=bundle, what=one_line(names))


def _number(store: wasmtime.Store, extern: object) -> int:
    value = extern.value(store) if isinstance(extern, wasmtime.Global) else None
    return value if isinstance(value, int) else 0


# These must not know the store: it is given back when the last who knows it is.


def _abort(pointer: int = 0, *_: object) -> NoReturn:
    raise AbortedError(pointer)


def _refuse(*_: object) -> NoReturn:
    # Whoever needs a builtin was refused at load; OPA leaves out what prints.
    raise AbortedError(0)


_FUNCTIONS: Mapping[str, Callable[..., NoReturn]] = {
    "env.opa_abort": _abort,
    **{
        f"env.{name}": _refuse
        for name in ("opa_println", *(f"opa_builtin{arity}" for arity in range(5)))
    },
}
