"""The memory that an instance shares with us: what is written into it, and what is read."""

import wasmtime

PAGE = 64 * 1024
WINDOW = 16 * 1024  # nearly every answer ends within the first one


class UnreadableError(Exception):
    """What the instance points to does not end: not within its memory, or not soon enough."""

    def __init__(self, *, too_large: bool) -> None:
        self.too_large = too_large
        super().__init__()


class SharedMemory:
    """Reads and writes where the instance says; a pointer is unsigned, whatever its sign."""

    def __init__(self, store: wasmtime.Store, memory: wasmtime.Memory) -> None:
        self._store = store
        self._memory = memory

    def write(self, content: bytes, pointer: int) -> int:
        """Write *content* and return where it ends; WasmtimeError where there is no room for it."""
        # A negative index would be taken from the end.
        start = pointer & 0xFFFF_FFFF
        end = start + len(content)
        missing = end - self._memory.data_len(self._store)
        if missing > 0:
            self._memory.grow(self._store, -(-missing // PAGE))
        self._memory.write(self._store, content, start)
        return end

    def text(self, pointer: int, most: int) -> bytes:
        """Return the bytes up to a NUL; raises `UnreadableError` if they are more than *most*."""
        start = pointer & 0xFFFF_FFFF
        found = bytearray()
        window = WINDOW
        while len(found) <= most:
            at = start + len(found)
            part = self._memory.read(self._store, at, at + window)
            if not part:
                raise UnreadableError(too_large=False)
            end = part.find(0)
            found += part if end < 0 else part[:end]
            if end >= 0 and len(found) <= most:
                return bytes(found)
            window *= 2
        raise UnreadableError(too_large=True)
