package dev.joust.cpython;

import dev.joust.trial.ExternalRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * CPython 3.8 or later with its standard library only: threads under the interpreter lock, an asyncio loop, a pool of
 * processes. Each model states its price in its Python source.
 *
 * <p>Python runs isolated, without site packages, and writes no byte code. So neither the user's packages nor the
 * environment changes a measurement.
 */
public final class CPython implements ExternalRuntime {
    /** Not {@code python -m}: this works for a folder and a jar alike, and spawned workers import nothing twice. */
    private static final String START =
            "import sys; sys.path.insert(0, sys.argv[1]); from joust.main import main; main()";

    /** The options of each model; joust/models has what they mean. */
    private static final Map<String, Set<String>> OPTIONS = Map.of(
            "cpython-threads", Set.of("interval"),
            "cpython-asyncio", Set.of("offload"),
            "cpython-processes", Set.of("start", "threads"));

    @Override
    public String name() {
        return "cpython";
    }

    @Override
    public Set<String> models() {
        return OPTIONS.keySet();
    }

    @Override
    public Set<String> options(String model) {
        return OPTIONS.get(model);
    }

    @Override
    public boolean serves(String model) {
        return true;
    }

    @Override
    public Launch launch(Optional<Path> executable) {
        var program = executable.map(Path::toString).orElse("python3");
        return switch (Interpreter.ask(program)) {
            case Interpreter.Found(String path, String version) ->
                new Launch.Available(List.of(path, "-I", "-S", "-B", "-c", START, Sources.path()), version);
            case Interpreter.Unusable(String reason) -> new Launch.Missing(reason);
        };
    }
}
