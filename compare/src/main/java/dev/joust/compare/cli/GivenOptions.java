package dev.joust.compare.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options that a user gave on a command line, to be given to the same command on another machine. */
record GivenOptions(ParseResult parsed) {

    /** Whether an option was given, by one of its names. */
    boolean has(String name) {
        return parsed.hasMatchedOption(name);
    }

    /** The values of an option as they were given. */
    List<String> values(String name) {
        return has(name) ? parsed.matchedOption(name).originalStringValues() : List.of();
    }

    /**
     * The words of each option with its values; defaults are left out.
     *
     * @param except the names of options that concern this machine alone
     */
    List<String> words(Set<String> except) {
        List<String> words = new ArrayList<>();
        for (var option : new LinkedHashSet<>(parsed.matchedOptions())) { // one that is given twice is matched twice
            if (Stream.of(option.names()).noneMatch(except::contains)) {
                words.addAll(words(option));
            }
        }
        return words;
    }

    private static List<String> words(OptionSpec option) {
        return option.arity().max() == 0
                ? List.of(option.longestName())
                : option.originalStringValues().stream()
                        .flatMap(value -> Stream.of(option.longestName(), value))
                        .toList();
    }
}
