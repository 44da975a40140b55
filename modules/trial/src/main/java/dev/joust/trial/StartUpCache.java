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
 * What a JVM loads, links and profiles when it starts, kept from one start to the next: an AOT cache, or where this JDK makes none, an
 * archive of classes. Made at the first start, for this JDK, these jars and these flags; the last few of each kind of process are kept. A
 * JVM that was given an archive of its parent's choice, or whose classes do not come from jars, starts without. Several
 * processes may use the folder at once.
 *
 * @param folder where the caches lie; made when there is none
 * @param limit after so long the making of one is given up
 */
public record StartUpCache(Path folder, Duration limit) {
    /** A virtual machine says what it thinks of a cache. That is log: standard output is the protocol's of those that Joust starts. */
    public static final List<String> WORDS_ARE_LOG =
            List.of("-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=warning:stderr");

    private static final System.Logger LOG = System.getLogger(StartUpCache.class.getName());
    private static final List<String> PARENTS_CHOICE =
            List.of("-XX:SharedArchiveFile", "-XX:AOTCache", "-XX:AOTMode", "-Xshare", "-XX:+AutoCreateSharedArchive");

    private static final Duration TO_MAKE = Duration.ofSeconds(60);

    /** Each has tens of megabytes, and another is made for every build of the jars. */
    private static final int KEPT = 4;

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

    /** A short life of the process, in which it does what it usually does. */
    @FunctionalInterface
    public interface Training {
        /**
         * Starts it and lets it end.
         *
         * @param limit after so long it is ended
         * @return whether it ended by itself; what one leaves that did not may be half a cache
         */
        boolean lived(List<String> command, Duration limit) throws Exception;
    }

    /** In the user's folder for what can be made again. */
    public static StartUpCache ofUser() {
        var caches = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"));
        return new StartUpCache(caches.resolve("joust"), TO_MAKE);
    }

    /**
     * The command with the cache, which is made if there is none yet: once, in a few seconds.
     *
     * @param name what starts, a word: the beginning of the file's name
     * @param command an executable of this JDK, flags, and {@code -cp}, a class path, a class, or {@code -jar} and a jar
     */
    public List<String> with(String name, List<String> command, Training training) throws InterruptedException {
        if (command.stream().anyMatch(word -> PARENTS_CHOICE.stream().anyMatch(word::startsWith))
                || !jars(command).stream()
                        .allMatch(jar -> jar.toString().endsWith(".jar") && Files.isRegularFile(jar))) {
            return command;
        }
        try {
            Files.createDirectories(folder);
            var key = key(command);
            for (var kind : Kind.values()) {
                var file = folder.resolve(
                        "%s-%s.%s".formatted(name, key, kind.name().toLowerCase(Locale.ROOT)));
                if (used(file) || madeOnce(name, kind, file, command, training)) {
                    return flagged(command, kind.using + file);
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "{0} processes start without a cache: {1}", name, e);
        }
        return command;
    }

    private static boolean used(Path file) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Who comes while another makes it waits for that one: made side by side, it would take both twice as long. */
    private boolean madeOnce(String name, Kind kind, Path file, List<String> command, Training training)
            throws IOException, InterruptedException {
        synchronized (StartUpCache.class) { // a file is locked for a whole virtual machine
            try (var lock = FileChannel.open(
                    folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                return used(file) || made(name, kind, file, command, training);
            }
        }
    }

    private boolean made(String name, Kind kind, Path file, List<String> command, Training training)
            throws IOException, InterruptedException {
        var draft = Files.createTempFile(folder, name + "-", ".draft");
        try {
            Files.delete(draft);
            if (!lived(name, flagged(command, kind.making + draft), training) || !Files.exists(draft)) {
                return false;
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            forgetOld(name);
            return true;
        } finally {
            Files.deleteIfExists(draft);
            Files.deleteIfExists(Path.of(draft + ".config"));
        }
    }

    private boolean lived(String name, List<String> command, Training training) throws InterruptedException {
        try {
            return training.lived(command, limit);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.log(System.Logger.Level.WARNING, "{0}: no start-up cache made: {1}", name, e.getMessage());
            return false;
        }
    }

    /**
     * Drafts of processes that were killed amid the making are among them. One that is in use at this moment stays with those who use it,
     * whether it has a name or not.
     */
    private void forgetOld(String name) throws IOException {
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

    private static List<String> flagged(List<String> command, String flag) {
        List<String> more = new ArrayList<>(command);
        more.add(1, flag);
        return more;
    }

    private static List<Path> jars(List<String> command) {
        int option = Math.max(command.indexOf("-cp"), command.indexOf("-jar"));
        return Arrays.stream(command.get(option + 1).split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /** Of all that the virtual machine checks, and would refuse the cache for. */
    private static String key(List<String> command) throws IOException {
        var text = new StringBuilder(Runtime.version() + System.getProperty("java.vm.name") + command);
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
