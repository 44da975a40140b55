package dev.joust.cpython;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** Where Python finds the package {@code joust}: a folder of classes, or a folder within a jar, which Python imports from as well. */
final class Sources {
    private static final String ENTRY = "joust/main.py";

    private Sources() {}

    /** An entry of Python's path. */
    static String place() {
        URL entry = CPython.class.getResource(ENTRY);
        if (entry == null) {
            throw new IllegalStateException("the Python sources are not beside " + CPython.class.getName());
        }
        return place(entry.toString());
    }

    static String place(String entry) {
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
