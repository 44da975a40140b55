package dev.joust.compare.adr;

import dev.joust.compare.plan.FolderFile;
import dev.joust.compare.plan.FolderWriteException;
import dev.joust.compare.plan.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of decision records, whose names begin with a number of four digits. A new record takes the number after the
 * highest that any entry has, whatever its title and its extension, so no number is used twice. Several programs may
 * write at once: a number is reserved by a hidden file first.
 */
public final class AdrFolder {
    private static final List<String> USUAL = List.of("docs/decisions", "docs/adr", "doc/adr", "adr");
    private static final String NAMING_FILE = ".adr-dir";
    private static final int MAX_NAMING_BYTES = 4096;
    private static final int MAX_NUMBER = 9999;
    private static final int MAX_SLUG = 80;

    /** Longer numbers are dates. */
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,4})(?!\\d).*", Pattern.DOTALL);

    private final Path folder;

    private AdrFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The folder of this name; without one, the folder that the file {@code .adr-dir} names, else the first of the
     * usual ones that exists, else {@code docs/decisions}.
     *
     * @param dir as the user names it
     * @param workingFolder where relative names begin
     * @throws UsageException when {@code .adr-dir} names no folder within the working folder
     */
    public static AdrFolder of(Optional<Path> dir, Path workingFolder) {
        return new AdrFolder(dir.map(workingFolder::resolve)
                .or(() -> named(workingFolder))
                .or(() -> USUAL.stream()
                        .map(workingFolder::resolve)
                        .filter(Files::isDirectory)
                        .findFirst())
                .orElse(workingFolder.resolve(USUAL.getFirst())));
    }

    public Path path() {
        return folder;
    }

    /**
     * Writes a record under the next free number, and makes the folder if need be.
     *
     * @return the new file; no other file has changed
     * @throws UsageException when there is no folder to write to, or no number is left
     * @throws FolderWriteException when it cannot be written
     */
    public Path write(DecisionRecord decision) throws FolderWriteException {
        try {
            Files.createDirectories(folder);
            for (int number = highest() + 1; number <= MAX_NUMBER; number++) {
                var written = write(decision, number);
                if (written.isPresent()) {
                    return written.get();
                }
            }
        } catch (FolderWriteException e) {
            throw e;
        } catch (IOException e) {
            throw new UsageException(
                    String.format(Locale.ROOT, "%s cannot be a folder of records: %s", folder, e.getMessage()));
        }
        throw new UsageException(
                String.format(Locale.ROOT, "%s has no number left: the last one is %d", folder, MAX_NUMBER));
    }

    /** The file, if nobody else has the number. */
    private Optional<Path> write(DecisionRecord decision, int number) throws IOException {
        var reservation = folder.resolve(String.format(Locale.ROOT, ".%04d.reserved", number));
        if (!new FolderFile(reservation).create("")) {
            return Optional.empty();
        }
        try {
            var file = folder.resolve(String.format(Locale.ROOT, "%04d-%s.md", number, slug(decision.title())));
            boolean free = highest() < number;
            return free && new FolderFile(file).create(decision.text()) ? Optional.of(file) : Optional.empty();
        } finally {
            Files.deleteIfExists(reservation);
        }
    }

    /** The highest number of an entry, or 0. */
    private int highest() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> NUMBERED.matcher(entry.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToInt(name -> Integer.parseInt(name.group(1)))
                    .max()
                    .orElse(0);
        }
    }

    private static String slug(String title) {
        var slug = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        var cut = slug.substring(0, Math.min(slug.length(), MAX_SLUG)).replaceAll("^-|-$", "");
        return cut.isEmpty() ? "decision" : cut;
    }

    private static Optional<Path> named(Path workingFolder) {
        var file = workingFolder.resolve(NAMING_FILE);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            var name = new FolderFile(file).text(MAX_NAMING_BYTES).strip();
            var folder = workingFolder.resolve(name).normalize();
            boolean inside = folder.toAbsolutePath()
                    .normalize()
                    .startsWith(workingFolder.toAbsolutePath().normalize());
            if (name.isEmpty() || name.contains("\n") || !inside) {
                throw new UsageException(String.format(
                        Locale.ROOT,
                        "%s must name one folder within this one, found '%s'; name another with --dir",
                        file,
                        name));
            }
            return Optional.of(folder);
        } catch (IOException | InvalidPathException e) {
            throw new UsageException(String.format(Locale.ROOT, "%s cannot be read: %s", file, e.getMessage()));
        }
    }
}
