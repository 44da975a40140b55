package dev.joust.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.SimpleJavaFileObject;

/** A source file for the compiler, whatever its name ends with. */
final class TextSource extends SimpleJavaFileObject {
    private final Path file;

    TextSource(Path file) {
        super(file.toUri(), Kind.SOURCE);
        this.file = file;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
        return Files.readString(file);
    }
}
