package dev.joust.processes;

import dev.joust.trial.StartUpCache;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Measures the workers and CPython's in turn, and writes the table of {@code README.md}: {@code mvn -pl processes -am verify -DskipTests
 * -Dbench=processes}.
 */
final class CostsTable {
    private static final int ROUNDS = 5;
    private static final String BEGIN = "<!-- costs -->";
    private static final String END = "<!-- end of costs -->";

    private final Map<String, List<Double>> ours = new HashMap<>();
    private final Map<String, List<Double>> cpython = new HashMap<>();
    private String version = "";

    private CostsTable() {}

    public static void main(String[] args) throws Exception {
        var table = new CostsTable();
        var command = worker(Path.of(args[1])).with(StartUpCache.ofUser());
        var folder = Files.createTempDirectory("costs");
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                System.out.printf("round %d of %d%n", round, ROUNDS);
                table.askPython(folder);
                new Costs(folder, command).all().forEach((name, value) -> add(table.ours, name, value));
            }
        } finally {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
        var text = table.text();
        System.out.print(text);
        write(Path.of(args[0]), text);
    }

    /** As in a program that has the workers and no other model: its classes come from the jars of this module and of what it needs. */
    private static WorkerCommand worker(Path lib) throws IOException {
        try (var jars = Files.list(lib)) {
            var classPath = jars.map(Path::toString)
                    .filter(CostsTable::needed)
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
            var flags = ManagementFactory.getRuntimeMXBean().getInputArguments();
            return WorkerCommand.of(WorkerMain.class, System.getProperty("java.home"), classPath, flags);
        }
    }

    private static boolean needed(String jar) {
        var name = Path.of(jar).getFileName().toString();
        return name.startsWith("joust-processes-")
                || Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .anyMatch(entry -> entry.endsWith(File.separator + name));
    }

    private void askPython(Path folder) throws IOException, InterruptedException {
        var script = folder.resolve("costs.py");
        try (var in = CostsTable.class.getResourceAsStream("costs.py")) {
            Files.write(script, in.readAllBytes());
        }
        var process = new ProcessBuilder("python3", script.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = process.inputReader()) {
            lines.lines().forEach(line -> {
                var words = line.split(" ", 2);
                if (words[0].equals("version")) {
                    version = words[1];
                } else {
                    add(cpython, words[0], Double.parseDouble(words[1]));
                }
            });
        }
        if (process.waitFor() != 0) {
            throw new IOException("costs.py ended with exit status " + process.exitValue());
        }
    }

    private static void add(Map<String, List<Double>> all, String name, double value) {
        all.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    private String text() {
        var rows = new StringBuilder();
        rows.append("\n%s, %s, %d cores; medians of %d rounds, taken in turn [least, most].\n\n"
                .formatted(version, Runtime.version(), Runtime.getRuntime().availableProcessors(), ROUNDS));
        rows.append("| quantity | CPython | ours | asked | reached |\n|---|---|---|---|---|\n");
        row(
                rows,
                "trivial units a second through 4 workers, one by one",
                "units",
                "units",
                0,
                "at least 3 times",
                at(ours, "units") / at(cpython, "units"),
                3,
                true);
        row(
                rows,
                "round trip of one trivial unit, us",
                "trip",
                "trip",
                1,
                "at most 1/4",
                at(ours, "trip") / at(cpython, "trip"),
                0.25,
                false);
        row(
                rows,
                "the same, against a bare ping-pong over pipes, us: %s".formatted(spread(ours, "pipe", 1)),
                null,
                "trip",
                1,
                "at most 2 times",
                at(ours, "trip") / at(ours, "pipe"),
                2,
                false);
        row(
                rows,
                "8 MB to a worker and a digest back, ms; CPython: shared memory made and filled, and no worker",
                "shared",
                "payload",
                2,
                "at most CPython's",
                at(ours, "payload") / at(cpython, "shared"),
                1,
                false);
        row(
                rows,
                "4 workers started, first answer of each, ms; CPython by spawn",
                "spawn",
                "start",
                0,
                "at most CPython's",
                at(ours, "start") / at(cpython, "spawn"),
                1,
                false);
        row(
                rows,
                "speed-up of computation, 2 warm workers",
                "speedup",
                "speedup",
                2,
                "at least 1.95",
                at(ours, "speedup"),
                1.95,
                true);
        rows.append(
                "\nBeside them: a bare ping-pong over a Unix domain socket %s us; CPython's 8 MB through a pipe %s ms, 4 workers by fork %s ms.\n\n"
                        .formatted(
                                spread(ours, "socket", 1), spread(cpython, "payload", 1), spread(cpython, "fork", 0)));
        return rows.toString();
    }

    private void row(
            StringBuilder rows,
            String quantity,
            String theirs,
            String name,
            int digits,
            String asked,
            double reached,
            double bound,
            boolean atLeast) {
        boolean held = atLeast ? reached >= bound : reached <= bound;
        rows.append(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %.2f, %s |%n",
                quantity,
                theirs == null ? "" : spread(cpython, theirs, digits),
                spread(ours, name, digits),
                asked,
                reached,
                held ? "held" : "**missed**"));
    }

    private static double at(Map<String, List<Double>> all, String name) {
        return all.get(name).stream().sorted().toList().get(all.get(name).size() / 2);
    }

    private static String spread(Map<String, List<Double>> all, String name, int digits) {
        var sorted = all.get(name).stream().sorted().toList();
        var number = "%,." + digits + "f";
        return String.format(
                Locale.ROOT,
                number + " [" + number + ", " + number + "]",
                at(all, name),
                sorted.getFirst(),
                sorted.getLast());
    }

    private static void write(Path readme, String table) throws IOException {
        var text = Files.readString(readme);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException("no place for the table in " + readme);
        }
        Files.writeString(readme, text.substring(0, begin + BEGIN.length()) + "\n" + table + text.substring(end));
    }
}
