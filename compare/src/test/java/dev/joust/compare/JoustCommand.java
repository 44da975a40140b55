package dev.joust.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code joust} as a process of its own, from the classes of the tests: everything that it would write elsewhere goes into a folder. */
final class JoustCommand {
    private JoustCommand() {}

    static List<String> in(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Runtimes.java().toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + folder,
                "-Djoust.home=" + folder,
                "-Djoust.scenarios=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Joust.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
