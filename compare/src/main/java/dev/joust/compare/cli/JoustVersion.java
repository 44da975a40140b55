package dev.joust.compare.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of Joust's jar. */
public final class JoustVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"joust " + joust(), "java " + Runtime.version()};
    }

    private static String joust() {
        return Optional.ofNullable(JoustVersion.class.getPackage().getImplementationVersion())
                .orElse("from classes");
    }
}
