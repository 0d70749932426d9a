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

MEMORY = "env.memory"

Extern: TypeAlias = "wasmtime.Func | wasmtime.Memory"


def check(module: wasmtime.Module, bundle: str) -> None:
    """Raise `EngineError` where *module* imports anything else, or does not export what we call.

    Only in a process that may crash: wasmtime does, when it is asked about some types.
    """
    # One name may be imported twice, as other things.
    wanted = [(f"{each.module}.{each.name}", each.type) for each in module.imports]
    for name, kind in wanted:
        if not _is_given(name, kind):
            raise EngineError("wasm.asks-host", bundle=bundle, what=one_line(name))
    exported = {each.name: each.type for each in module.exports}
    lacking = [name for name in EXPORTS if not _is_function(exported.get(name), *EXPORTS[name])]
    lacking += [name for name, _ in (VERSION, ADDITIONS) if not _is_number(exported.get(name))]
    lacking += [] if any(name == MEMORY for name, _ in wanted) else [MEMORY]
    if lacking:
        raise EngineError("wasm.not-by-opa", bundle=bundle, lacks=lacking[0])


def imports(store: wasmtime.Store, module: wasmtime.Module) -> tuple[wasmtime.Memory, list[Extern]]:
    """Return the memory that is shared with *module*, and all that it imports, in its order.

    *module* was checked. Raises `WasmtimeError` where it wants more memory than it may have.
    """
    wanted = [(f"{each.module}.{each.name}", each.type) for each in module.imports]
    kinds = [kind for _, kind in wanted if isinstance(kind, wasmtime.MemoryType)]
    memory = wasmtime.Memory(store, kinds[0])
    functions = (
        wasmtime.Func(store, kind, _FUNCTIONS[name])
        if isinstance(kind, wasmtime.FuncType)
        else memory
        for name, kind in wanted
    )
    return memory, list(functions)


def check_version(store: wasmtime.Store, exports: Mapping[str, object], bundle: str) -> None:
    """Raise `EngineError` where the instance keeps other conventions."""
    version, additions = (_value(store, exports[name]) for name, _ in (VERSION, ADDITIONS))
    if version != VERSION[1] or additions < ADDITIONS[1]:
        raise EngineError("wasm.other-abi", bundle=bundle, found=f"{version}.{additions}")


def refuse_builtins(wanted: Mapping[str, object], bundle: str) -> None:
    """Raise `EngineError` where a builtin is *wanted* of us, which OPA has but Wasm has not."""
    if wanted:
        names = ", ".join(sorted(wanted))
        raise EngineError("wasm.asks-host", bundle=bundle, what=one_line(names))


def _is_given(name: str, kind: object) -> bool:
    if name == MEMORY:
        return isinstance(kind, wasmtime.MemoryType)
    return name in _FUNCTIONS and _is_function(kind)


def _is_function(kind: object, taken: int | None = None, given: int | None = None) -> bool:
    """Whether *kind* is of a function on 32-bit integers, as many as said where that is said."""
    if not isinstance(kind, wasmtime.FuncType):
        return False
    integer = wasmtime.ValType.i32()
    return (
        all(each == integer for each in (*kind.params, *kind.results))
        and taken in (None, len(kind.params))
        and given in (None, len(kind.results))
    )


def _is_number(kind: object) -> bool:
    return isinstance(kind, wasmtime.GlobalType) and kind.content == wasmtime.ValType.i32()


def _value(store: wasmtime.Store, number: object) -> int:
    return int(number.value(store)) if isinstance(number, wasmtime.Global) else 0


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
