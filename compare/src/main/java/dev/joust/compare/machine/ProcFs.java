package dev.joust.compare.machine;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The files of Linux's {@code /proc}. A file that is gone, is not offered or may not be read is empty. */
record ProcFs(Path root) {
    static final ProcFs SYSTEM = new ProcFs(Path.of("/proc"));

    private static final int MAX_BYTES = 1 << 20;

    static boolean offered() {
        return Files.isReadable(SYSTEM.root.resolve("self/stat")) && Files.isReadable(SYSTEM.root.resolve("stat"));
    }

    // java.io on purpose: one reading opens a hundred of these files, and the kernel gives their size as zero
    Optional<String> read(String file) {
        try (var in = new FileInputStream(root + "/" + file)) {
            return Optional.of(new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Optional<List<String>> list(String folder) {
        return Optional.ofNullable(new File(root + "/" + folder).list()).map(List::of);
    }

    Optional<String> linkTarget(String link) {
        try {
            return Optional.of(Files.readSymbolicLink(root.resolve(link)).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The number after {@code key:} at the start of a line, as in {@code VmHWM:     1700 kB}. */
    static OptionalLong number(String text, String key) {
        int line = text.startsWith(key + ":") ? 0 : text.indexOf("\n" + key + ":") + 1;
        if (line == 0 && !text.startsWith(key + ":")) {
            return OptionalLong.empty();
        }
        int begin = line + key.length() + 1;
        while (begin < text.length() && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        int end = begin;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end == begin ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text, begin, end, 10));
    }
}
