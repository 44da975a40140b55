package dev.joust.cpython;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** Where Python finds the package {@code joust}: in a folder, or in a jar, from which Python can import too. */
final class Sources {
    private static final String ENTRY = "joust/main.py";

    private Sources() {}

    /** The entry for Python's module path. */
    static String path() {
        URL entry = CPython.class.getResource(ENTRY);
        if (entry == null) {
            throw new IllegalStateException("the Python sources are not beside " + CPython.class.getName());
        }
        return path(entry.toString());
    }

    /** The entry for a class-path URL of {@code main.py}. */
    static String path(String entry) {
        var folder = entry.substring(0, entry.length() - ENTRY.length() - 1);
        if (folder.startsWith("file:")) {
            return Path.of(uri(folder)).toString();
        }
        int end = folder.indexOf("!/");
        if (folder.startsWith("jar:file:") && end > 0) {
            var jar = Path.of(uri(folder.substring("jar:".length(), end)));
            return jar.resolve(folder.substring(end + "!/".length())).toString();
        }
        throw new IllegalStateException("Python cannot read its sources from " + entry);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Python cannot read its sources from " + text, e);
        }
    }
}
