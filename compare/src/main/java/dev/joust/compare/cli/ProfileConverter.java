package dev.joust.compare.cli;

import dev.joust.compare.plan.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a profile by its label. */
final class ProfileConverter implements ITypeConverter<Profile> {

    @Override
    public Profile convert(String label) {
        return Arrays.stream(Profile.values())
                .filter(p -> p.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "unknown profile '%s'; known: %s".formatted(label, String.join(", ", new Labels()))));
    }

    /** The labels, for help and completion. */
    static final class Labels extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Labels() {
            super(Arrays.stream(Profile.values()).map(Profile::label).toList());
        }
    }
}
