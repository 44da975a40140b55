package dev.joust.processes;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.trial.Calibration;
import dev.joust.trial.Setup;
import dev.joust.trial.TaskBody;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the JVM of a worker loads, links and profiles when it starts, kept from one start to the next: an AOT cache, or where this JDK makes
 * none, an archive of classes. Made at the first start, for this JDK, these jars and these flags. A worker whose JVM was given an archive
 * of its parent's choice, or whose classes do not come from jars, starts without.
 */
final class StartUpCache {
    /** How to make it and how to use it. */
    private enum Kind {
        AOT("-XX:AOTCacheOutput=", "-XX:AOTCache="),
        CLASSES("-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile=");

        private final String making;
        private final String using;

        Kind(String making, String using) {
            this.making = making;
            this.using = using;
        }
    }

    private static final System.Logger LOG = System.getLogger(StartUpCache.class.getName());
    private static final Duration TO_MAKE = Duration.ofSeconds(60);
    private static final List<String> PARENTS_CHOICE =
            List.of("-XX:SharedArchiveFile", "-XX:AOTCache", "-XX:AOTMode", "-Xshare", "-XX:+AutoCreateSharedArchive");

    private final Path folder;
    private final Duration toMake;

    /** @param toMake after so long the making is given up */
    StartUpCache(Path folder, Duration toMake) {
        this.folder = folder;
        this.toMake = toMake;
    }

    /** In the user's folder for what can be made again. */
    static StartUpCache ofUser() {
        var caches = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"));
        return new StartUpCache(caches.resolve("joust"), TO_MAKE);
    }

    /** The command with the cache, which is made if there is none yet: once, in a second or two. */
    WorkerCommand with(WorkerCommand command) {
        if (command.words().stream().anyMatch(word -> PARENTS_CHOICE.stream().anyMatch(word::startsWith))
                || !onlyJars(command)) {
            return command;
        }
        try {
            Files.createDirectories(folder);
            for (var kind : Kind.values()) {
                var file = folder.resolve(
                        "worker-" + key(command) + "." + kind.name().toLowerCase(Locale.ROOT));
                if (Files.exists(file) || made(command, kind, file)) {
                    return command.with(kind.using + file);
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "workers start without a cache: " + e);
        }
        return command;
    }

    private boolean made(WorkerCommand command, Kind kind, Path file) throws IOException {
        var draft = Files.createTempFile(folder, "draft", "");
        try {
            Files.delete(draft);
            train(command.with(kind.making + draft));
            if (!Files.exists(draft)) {
                return false;
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            Files.deleteIfExists(draft);
            Files.deleteIfExists(Path.of(draft + ".config"));
        }
    }

    /** A short life: begins, learns of a class, does a unit of it, and ends when there is no more to read. */
    private void train(WorkerCommand command) throws IOException {
        var process = command.forkUnheard();
        try {
            tell(process);
            if (!process.waitFor(toMake.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.INFO, "a cache for workers was not made within %s".formatted(toMake));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void tell(Process process) {
        var body = new TaskBody(new Calibration(Map.of("mix", 1.0)), Path.of("scratch"));
        List<Step> steps = List.of(new Step.Compute(Kernel.MIX, Duration.ofMillis(1)), new Step.Sleep(Duration.ZERO));
        try (var orders = process.getOutputStream()) {
            for (var order : List.of(
                    new Order.Begin(ProcessHandle.current().pid(), 0, new Setup(Setup.NOWHERE, 1, 1, body, Map.of())),
                    new Order.Given(1, new Order.Unit(0, 1)),
                    new Order.Definition(0, "training", steps))) {
                orders.write(OrderCodec.encode(order));
            }
        } catch (IOException e) {
            // it ended before it had read all, as a virtual machine does that knows no such flag: then there is no
            // cache
        }
    }

    private static boolean onlyJars(WorkerCommand command) {
        return Arrays.stream(command.classPath().split(File.pathSeparator))
                .allMatch(entry -> entry.endsWith(".jar") && Files.isRegularFile(Path.of(entry)));
    }

    /** Of all that the virtual machine checks, and would refuse the cache for. */
    private static String key(WorkerCommand command) throws IOException {
        var text = new StringBuilder(Runtime.version() + System.getProperty("java.vm.name") + command.words());
        for (var entry : command.classPath().split(File.pathSeparator)) {
            var jar = Path.of(entry);
            text.append(Files.size(jar)).append(Files.getLastModifiedTime(jar));
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every platform has it
        }
    }
}
