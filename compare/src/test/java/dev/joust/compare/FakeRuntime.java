package dev.joust.compare;

import dev.joust.trial.ExternalRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A runtime whose program is a shell script that the test names. Its version is the first comment of the script. */
public class FakeRuntime implements ExternalRuntime {
    public static final String NAME = "fake";
    public static final String MODEL = "fake-threads";

    private final String name;

    public FakeRuntime() {
        this(NAME);
    }

    private FakeRuntime(String name) {
        this.name = name;
    }

    /** A second runtime, for sessions with several. */
    public static final class Broken extends FakeRuntime {
        static final String NAME = "broken";
        static final String MODEL = "broken-threads";

        public Broken() {
            super(NAME);
        }
    }

    /** A third runtime. */
    public static final class Mortal extends FakeRuntime {
        static final String NAME = "mortal";
        static final String MODEL = "mortal-threads";

        public Mortal() {
            super(NAME);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> models() {
        return Set.of(name + "-threads", name + "-loop");
    }

    @Override
    public boolean serves(String model) {
        return true;
    }

    @Override
    public Launch launch(Optional<Path> executable) {
        if (executable.isEmpty()) {
            return new Launch.Missing(String.format(Locale.ROOT, "no %s on the path", name));
        }
        var script = executable.get();
        if (!Files.exists(script)) {
            return new Launch.Missing(String.format(Locale.ROOT, "%s is not there", script.getFileName()));
        }
        return new Launch.Available(List.of(script.toString()), version(script));
    }

    private static String version(Path script) {
        try {
            return Files.readAllLines(script).get(1).replace("# ", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
