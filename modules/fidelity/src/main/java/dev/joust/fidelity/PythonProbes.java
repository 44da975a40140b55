package dev.joust.fidelity;

import dev.joust.cpython.CPython;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * CPython's half of the probes: a folder that {@code python3} runs. It needs only the standard library, from Python 3.8
 * on.
 */
public final class PythonProbes {
    static final List<String> FILES =
            List.of("__main__.py", "echo.py", "eventloop.py", "spins.py", "waits.py", "workers.py");

    static final String COUNTER = "gil.py";

    private PythonProbes() {}

    /** Creates this folder and writes the programs into it; {@code python3 -B FOLDER} is then a probe process. */
    public static void unpack(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var name : FILES) {
            copy(PythonProbes.class, "python/" + name, folder.resolve(name));
        }
        // the switch counter of the CPython models, so that both count alike
        copy(CPython.class, "joust/" + COUNTER, folder.resolve(COUNTER));
    }

    private static void copy(Class<?> beside, String resource, Path file) throws IOException {
        try (var in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("a Python probe is not on the class path: " + resource);
            }
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
