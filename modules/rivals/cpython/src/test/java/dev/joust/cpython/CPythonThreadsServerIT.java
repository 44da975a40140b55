package dev.joust.cpython;

final class CPythonThreadsServerIT extends CPythonServerContract {
    CPythonThreadsServerIT() {
        super("cpython-threads");
    }
}
