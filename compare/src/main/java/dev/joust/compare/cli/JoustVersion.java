package dev.joust.compare.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar was built as. */
public final class JoustVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"joust " + text(), "java " + Runtime.version()};
    }

    static String text() {
        return Optional.ofNullable(JoustVersion.class.getPackage().getImplementationVersion())
                .orElse("from classes");
    }
}
