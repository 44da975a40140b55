package dev.joust.compare.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that waits until its standard input ends. */
final class Waits {
    private Waits() {}

    public static void main(String[] args) throws IOException {
        while (System.in.read() >= 0) {
            // input is ignored
        }
    }

    static List<String> java(Class<?> main, String... args) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(args));
        return command;
    }
}
