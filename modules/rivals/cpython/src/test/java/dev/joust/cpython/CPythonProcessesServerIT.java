package dev.joust.cpython;

final class CPythonProcessesServerIT extends CPythonServerContract {
    CPythonProcessesServerIT() {
        super("cpython-processes");
    }
}
