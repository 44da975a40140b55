package dev.joust.trial;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps what a JVM loads, links and profiles at its start: an AOT cache or, where this JDK makes none, an archive of
 * classes (CDS). The first start makes the cache for this JDK, these jars and these flags; later starts use it.
 *
 * <p>The last {@value #KEPT} caches of each kind of process are kept. A JVM whose command already names an archive, or
 * whose classes do not come from jars, starts without a cache. Several processes may share the folder.
 *
 * @param folder the folder of the caches, a {@link PrivateFolder}: a JVM runs what it finds in its cache. Created if it
 *     does not exist
 * @param limit the longest time that making one cache may take
 */
public record StartUpCache(Path folder, Duration limit) {
    /**
     * JVM flags that send its warnings, also those about a cache, to standard error: standard output is the protocol.
     */
    public static final List<String> JVM_LOG_TO_STDERR =
            List.of("-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=warning:stderr");

    private static final System.Logger LOG = System.getLogger(StartUpCache.class.getName());
    private static final List<String> ARCHIVE_FLAGS =
            List.of("-XX:SharedArchiveFile", "-XX:AOTCache", "-XX:AOTMode", "-Xshare", "-XX:+AutoCreateSharedArchive");

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /**
     * A cache takes tens of megabytes, and every build of the jars needs a new one. The arms of a session can choose
     * six JVMs beside the usual one.
     */
    private static final int KEPT = 8;

    /** A kind of cache, with the flag that makes one and the flag that uses one. */
    private enum CacheKind {
        AOT("-XX:AOTCacheOutput=", "-XX:AOTCache="),
        CLASSES("-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile=");

        private final String makeFlag;
        private final String useFlag;

        CacheKind(String makeFlag, String useFlag) {
            this.makeFlag = makeFlag;
            this.useFlag = useFlag;
        }
    }

    /** A short run of the process, in which it does its usual work. */
    @FunctionalInterface
    public interface Training {
        /**
         * Runs the process to its end.
         *
         * @param limit the longest time that it may run
         * @return whether it ended normally; otherwise its cache may be incomplete
         */
        boolean train(List<String> command, Duration limit) throws Exception;
    }

    /** The caches in the user's cache folder. */
    public static StartUpCache ofUser() {
        var caches = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"));
        return new StartUpCache(caches.resolve("joust"), LIMIT);
    }

    /** Why the folder is not used, in one sentence; empty when it is. */
    public Optional<String> refusal() {
        try {
            PrivateFolder.create(folder);
            return Files.isWritable(folder)
                    ? Optional.empty()
                    : Optional.of(String.format(
                            Locale.ROOT, "processes start without a cache: the folder %s cannot be written", folder));
        } catch (IOException e) {
            return Optional.of("processes start without a cache: " + e.getMessage());
        }
    }

    /**
     * Makes the cache for a command if there is none, which takes some seconds, and returns the command with the flag
     * that uses it. Returns the command unchanged if no cache can be made.
     *
     * @param name the kind of process, one word: the cache's file name begins with it
     * @param command {@code java}, flags, then {@code -cp}, a class path and a class, or {@code -jar} and a
     *     jar
     */
    public List<String> addTo(String name, List<String> command, Training training) throws InterruptedException {
        if (command.stream().anyMatch(word -> ARCHIVE_FLAGS.stream().anyMatch(word::startsWith))
                || !jars(command).stream()
                        .allMatch(jar -> jar.toString().endsWith(".jar") && Files.isRegularFile(jar))) {
            return command;
        }
        try {
            PrivateFolder.create(folder);
            var key = key(command);
            for (var kind : CacheKind.values()) {
                var file = folder.resolve(String.format(
                        Locale.ROOT, "%s-%s.%s", name, key, kind.name().toLowerCase(Locale.ROOT)));
                if (touch(file) || makeOnce(name, kind, file, command, training)) {
                    return withFlag(command, kind.useFlag + file);
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "{0} processes start without a cache: {1}", name, e);
        }
        return command;
    }

    /** Marks a cache as used now; false if it does not exist. */
    private static boolean touch(Path file) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Makes the cache, or waits while another process makes it: two at once would take twice as long. */
    private boolean makeOnce(String name, CacheKind kind, Path file, List<String> command, Training training)
            throws IOException, InterruptedException {
        synchronized (StartUpCache.class) { // a file lock excludes other processes, not other threads
            try (var lock = FileChannel.open(
                    folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                return touch(file) || make(name, kind, file, command, training);
            }
        }
    }

    private boolean make(String name, CacheKind kind, Path file, List<String> command, Training training)
            throws IOException, InterruptedException {
        var draft = Files.createTempFile(folder, name + "-", ".draft");
        try {
            Files.delete(draft);
            if (!train(name, withFlag(command, kind.makeFlag + draft), training) || !Files.exists(draft)) {
                return false;
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            deleteOld(name);
            return true;
        } finally {
            Files.deleteIfExists(draft);
            Files.deleteIfExists(Path.of(draft + ".config"));
        }
    }

    private boolean train(String name, List<String> command, Training training) throws InterruptedException {
        try {
            return training.train(command, limit);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.log(System.Logger.Level.WARNING, "{0}: no start-up cache made: {1}", name, e.getMessage());
            return false;
        }
    }

    /**
     * Deletes all but the last used caches, drafts of killed processes included. A process that uses a deleted file
     * keeps it open and is not disturbed.
     */
    private void deleteOld(String name) throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (var files = Files.newDirectoryStream(folder, name + "-*")) {
            for (var file : files) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        for (var file : times.keySet().stream()
                .sorted(Comparator.comparing(times::get).reversed())
                .skip(KEPT)
                .toList()) {
            Files.deleteIfExists(file);
        }
    }

    private static List<String> withFlag(List<String> command, String flag) {
        List<String> flagged = new ArrayList<>(command);
        flagged.add(1, flag);
        return flagged;
    }

    private static List<Path> jars(List<String> command) {
        int option = Math.max(command.indexOf("-cp"), command.indexOf("-jar"));
        return Arrays.stream(command.get(option + 1).split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /** What a JDK says about its build; nothing where the program is not part of one. */
    private static String release(Path java) throws IOException {
        var program = Files.exists(java) ? java.toRealPath() : java.toAbsolutePath();
        var folder = program.getParent() == null ? null : program.getParent().getParent();
        var file = folder == null ? null : folder.resolve("release");
        return file != null && Files.isRegularFile(file) ? Files.readString(file) : "";
    }

    /** A digest of everything for which a JVM would refuse the cache. */
    private static String key(List<String> command) throws IOException {
        var text = new StringBuilder(Runtime.version() + System.getProperty("java.vm.name") + command);
        text.append(release(Path.of(command.getFirst())));
        for (var jar : jars(command)) {
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
