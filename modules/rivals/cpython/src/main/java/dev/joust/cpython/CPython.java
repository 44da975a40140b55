package dev.joust.cpython;

import dev.joust.trial.ExternalRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * CPython 3.8 or later, by its standard library alone: threads under the interpreter lock, an asyncio loop, a pool of processes. Each of
 * these states its price in its own source.
 *
 * <p>Python is started isolated, without site packages, and writes no byte code beside the sources: what a user has installed or set in
 * the environment changes nothing.
 */
public final class CPython implements ExternalRuntime {
    /** Short of a module that is run: so it is the same for a folder and a jar, and workers that are spawned import nothing twice. */
    private static final String START =
            "import sys; sys.path.insert(0, sys.argv[1]); from joust.main import main; main()";

    /** The options of each model; joust/models has what they mean. */
    private static final Map<String, Set<String>> OPTIONS = Map.of(
            "cpython-threads", Set.of("interval"),
            "cpython-asyncio", Set.of("offload"),
            "cpython-processes", Set.of("start"));

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
    public Launch launch(Optional<Path> executable) {
        var program = executable.map(Path::toString).orElse("python3");
        return switch (Interpreter.ask(program)) {
            case Interpreter.Found(String path, String version) ->
                new Launch.Available(List.of(path, "-I", "-S", "-B", "-c", START, Sources.place()), version);
            case Interpreter.Useless(String reason) -> new Launch.Missing(reason);
        };
    }
}
