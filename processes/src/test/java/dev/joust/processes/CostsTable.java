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
 * Measures our workers and CPython's in turn, and writes the table of {@code README.md}: {@code mvn -pl processes -am
 * verify -DskipTests -Dbench=processes}.
 */
final class CostsTable {
    private static final int ROUNDS = 5;
    private static final String BEGIN = "<!-- costs -->";
    private static final String END = "<!-- end of costs -->";

    /**
     * A line of the table.
     *
     * @param cpython the name of CPython's figure; empty when there is none
     * @param ours the name of our figure
     */
    private record TableLine(String quantity, String cpython, String ours, int digits, Target target) {}

    private record Target(String text, double reached, boolean held) {
        static Target atLeast(String text, double reached, double bound) {
            return new Target("at least " + text, reached, reached >= bound);
        }

        static Target atMost(String text, double reached, double bound) {
            return new Target("at most " + text, reached, reached <= bound);
        }
    }

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
                System.out.printf(Locale.ROOT, "round %d of %d%n", round, ROUNDS);
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

    /** As in a program with no other model: the classes come from the jars of this module and of its dependencies. */
    private static WorkerCommand worker(Path lib) throws IOException {
        try (var jars = Files.list(lib)) {
            var classPath = jars.map(Path::toString)
                    .filter(CostsTable::isNeeded)
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
            var flags = ManagementFactory.getRuntimeMXBean().getInputArguments();
            return WorkerCommand.of(WorkerMain.class, System.getProperty("java.home"), classPath, flags);
        }
    }

    private static boolean isNeeded(String jar) {
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
        var text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "\n%s, %s, %d cores; medians of %d rounds, taken in turn [least, most].\n\n",
                version,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                ROUNDS));
        text.append("| quantity | CPython | Joust | asked | reached |\n|---|---|---|---|---|\n");
        rows().forEach(row -> text.append(line(row)));
        text.append(String.format(
                Locale.ROOT,
                """

                * The units per second go through 4 workers, each submitted alone.
                * A bare round trip: over pipes %s us, over a Unix domain socket %s us.
                * CPython's 8 MB: shared memory created and filled, without a worker. Through a pipe: %s ms.
                * CPython's workers: started by spawn. By fork: %s ms.

                """,
                spread(ours, "pipe", 1),
                spread(ours, "socket", 1),
                spread(cpython, "payload", 1),
                spread(cpython, "fork", 0)));
        return text.toString();
    }

    private List<TableLine> rows() {
        return List.of(
                new TableLine(
                        "trivial units per second",
                        "units",
                        "units",
                        0,
                        Target.atLeast("3 times", at(ours, "units") / at(cpython, "units"), 3)),
                new TableLine(
                        "round trip of a trivial unit, us",
                        "trip",
                        "trip",
                        1,
                        Target.atMost("1/4", at(ours, "trip") / at(cpython, "trip"), 0.25)),
                new TableLine(
                        "the same, against a bare round trip over pipes",
                        "",
                        "trip",
                        1,
                        Target.atMost("2 times", at(ours, "trip") / at(ours, "pipe"), 2)),
                new TableLine(
                        "8 MB to a worker and a digest back, ms",
                        "shared",
                        "payload",
                        2,
                        Target.atMost("CPython's", at(ours, "payload") / at(cpython, "shared"), 1)),
                new TableLine(
                        "4 workers from start to first answer of each, ms",
                        "spawn",
                        "start",
                        0,
                        Target.atMost("CPython's", at(ours, "start") / at(cpython, "spawn"), 1)),
                new TableLine(
                        "speed-up of computation, 2 warm workers",
                        "speedup",
                        "speedup",
                        2,
                        Target.atLeast("1.95", at(ours, "speedup"), 1.95)));
    }

    private String line(TableLine row) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %.2f, %s |%n",
                row.quantity(),
                row.cpython().isEmpty() ? "" : spread(cpython, row.cpython(), row.digits()),
                spread(ours, row.ours(), row.digits()),
                row.target().text(),
                row.target().reached(),
                row.target().held() ? "held" : "**missed**");
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
