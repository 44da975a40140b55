package dev.joust.compare;

import dev.joust.trial.ForeignRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A runtime whose program is a shell script that the test names; its version is the script's first comment. */
public final class FakeRuntime implements ForeignRuntime {
    static final String NAME = "fake";
    static final String MODEL = "fake-threads";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> models() {
        return Set.of(MODEL, "fake-loop");
    }

    @Override
    public Launch launch(Optional<Path> executable) {
        if (executable.isEmpty()) {
            return new Launch.Missing("no fake on the path");
        }
        var script = executable.get();
        if (!Files.exists(script)) {
            return new Launch.Missing("%s is not there".formatted(script.getFileName()));
        }
        return new Launch.Ready(List.of(script.toString()), version(script));
    }

    private static String version(Path script) {
        try {
            return Files.readAllLines(script).get(1).replace("# ", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
