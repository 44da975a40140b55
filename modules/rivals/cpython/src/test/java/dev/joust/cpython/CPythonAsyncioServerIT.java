package dev.joust.cpython;

final class CPythonAsyncioServerIT extends CPythonServerContract {
    CPythonAsyncioServerIT() {
        super("cpython-asyncio");
    }
}
