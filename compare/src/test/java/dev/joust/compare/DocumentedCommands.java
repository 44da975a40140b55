package dev.joust.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The commands in the {@code sh} blocks of README.md and docs. */
final class DocumentedCommands {
    private DocumentedCommands() {}

    /**
     * A command as a reader would type it.
     *
     * @param place the page and line, for failures
     */
    record Documented(String place, List<String> words) {
        @Override
        public String toString() {
            return place + ": " + String.join(" ", words);
        }
    }

    /** The commands that begin with this word. */
    static List<Documented> startingWith(String word) throws IOException {
        List<Documented> found = new ArrayList<>();
        for (var page : pages()) {
            for (var command : of(page)) {
                if (command.words().getFirst().equals(word)) {
                    found.add(command);
                }
            }
        }
        return found;
    }

    private static List<Path> pages() throws IOException {
        var top = SourceTree.top();
        var docs = SourceTree.files(".md").stream().filter(page -> page.startsWith(top.resolve("docs")));
        return Stream.concat(Stream.of(top.resolve("README.md")), docs).toList();
    }

    private static List<Documented> of(Path page) throws IOException {
        List<Documented> commands = new ArrayList<>();
        boolean shell = false;
        var pending = "";
        int number = 0;
        for (var line : Files.readAllLines(page)) {
            number++;
            if (line.strip().startsWith("```")) {
                shell = line.strip().equals("```sh");
            } else if (shell) {
                pending += line.replaceFirst("(^|\\s)#.*", "").strip();
                if (pending.endsWith("\\")) {
                    pending = pending.substring(0, pending.length() - 1);
                } else {
                    if (!pending.isBlank()) {
                        commands.add(new Documented(
                                page.getFileName() + ":" + number,
                                List.of(pending.strip().split("\\s+"))));
                    }
                    pending = "";
                }
            }
        }
        return commands;
    }
}
