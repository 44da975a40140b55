package dev.joust.compare.cli;

import dev.joust.scenario.Pod;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * The options that limit the trials of a session. Each scenario is asked once per pair of limits; the controls have
 * none.
 */
final class PodOptions {
    @Option(
            names = "--cpus",
            split = ",",
            paramLabel = "N",
            converter = Cpus.class,
            description = "Limits each trial to N cores of CPU time, as a container's limit does. Several values, such"
                    + " as 0.5,1,2, ask each scenario once per value.")
    private List<Double> cpus = List.of();

    @Option(
            names = "--memory",
            split = ",",
            paramLabel = "SIZE",
            converter = Memory.class,
            description = "Limits the memory of each trial, as a container's limit does. Several values, such as"
                    + " 256m,1g, ask each scenario once per value.")
    private List<Long> memory = List.of();

    /** Each pair of limits; empty when there are none. */
    List<Pod> pods() {
        if (cpus.isEmpty() && memory.isEmpty()) {
            return List.of();
        }
        return optional(cpus)
                .flatMap(c -> optional(memory).map(m -> new Pod(c, m)))
                .toList();
    }

    private static <T> Stream<Optional<T>> optional(List<T> values) {
        return values.isEmpty()
                ? Stream.of(Optional.empty())
                : values.stream().distinct().map(Optional::of);
    }

    /** Reads a number of cores, at most those of this machine. */
    static final class Cpus implements ITypeConverter<Double> {
        private static final Pattern NUMBER = Pattern.compile("\\d{1,4}(\\.\\d{1,2})?");

        @Override
        public Double convert(String text) {
            int cores = Runtime.getRuntime().availableProcessors();
            double cpus = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : 0;
            if (cpus < 0.01 || cpus > cores) {
                throw new TypeConversionException(String.format(
                        Locale.ROOT,
                        "cores from 0.01 to %d, which are usable here, two decimals at most; found '%s'",
                        cores,
                        text));
            }
            return cpus;
        }
    }

    /** Reads a number of bytes, with the suffixes of container engines. */
    static final class Memory implements ITypeConverter<Long> {
        private static final Pattern SIZE = Pattern.compile("(\\d{1,6})([kmg])");
        private static final long MINIMUM = 16 << 20;

        @Override
        public Long convert(String text) {
            var size = SIZE.matcher(text);
            long bytes = size.matches() ? Long.parseLong(size.group(1)) << shift(size.group(2)) : 0;
            if (bytes < MINIMUM) {
                throw new TypeConversionException(String.format(
                        Locale.ROOT, "a whole number of k, m or g, %s at least; found '%s'", Pod.size(MINIMUM), text));
            }
            return bytes;
        }

        private static int shift(String unit) {
            return 10 * (1 + "kmg".indexOf(unit));
        }
    }
}
