package dev.joust.compare.cli;

import dev.joust.compare.machine.ControlGroup;
import dev.joust.compare.plan.Selection.Chosen;
import dev.joust.compare.plan.UsageException;
import dev.joust.scenario.Pod;
import dev.joust.scenario.Scenario;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Limits for the trials of a session: each scenario is asked once for each pair of them. The controls run without. */
final class PodOptions {
    @Option(
            names = "--cpus",
            split = ",",
            paramLabel = "N",
            converter = Cpus.class,
            description =
                    "Ask each scenario with so much CPU time a trial, in cores, say 0.5,1,2; as a container's limit.")
    private List<Double> cpus = List.of();

    @Option(
            names = "--memory",
            split = ",",
            paramLabel = "SIZE",
            converter = Memory.class,
            description = "Ask each scenario with so much memory a trial, say 256m,1g; as a container's limit.")
    private List<Long> memory = List.of();

    /** The same questions with these limits; as they are where there are none. */
    Chosen limited(Chosen chosen) {
        var pods = pods();
        if (pods.isEmpty()) {
            return chosen;
        }
        pods.forEach(PodOptions::check);
        return new Chosen(
                chosen.scenarios().stream().flatMap(s -> limited(s, pods)).toList(),
                chosen.notAsked(),
                chosen.unavailable());
    }

    private static Stream<Scenario> limited(Scenario scenario, List<Pod> pods) {
        return scenario.judging().control().isPresent()
                ? Stream.of(scenario)
                : pods.stream().map(scenario::in);
    }

    private List<Pod> pods() {
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

    /** Before anything runs, that it can be limited. */
    private static void check(Pod pod) {
        try {
            ControlGroup.with(pod.cpus(), pod.memoryBytes()).close();
        } catch (IOException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** Cores, no more than there are. */
    static final class Cpus implements ITypeConverter<Double> {
        private static final Pattern NUMBER = Pattern.compile("\\d{1,4}(\\.\\d{1,2})?");

        @Override
        public Double convert(String text) {
            int cores = Runtime.getRuntime().availableProcessors();
            double cpus = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : 0;
            if (cpus < 0.01 || cpus > cores) {
                throw new TypeConversionException(
                        "cores from 0.01 to %d, which are usable here, two decimals at most; found '%s'"
                                .formatted(cores, text));
            }
            return cpus;
        }
    }

    /** Bytes, as container engines write them. */
    static final class Memory implements ITypeConverter<Long> {
        private static final Pattern SIZE = Pattern.compile("(\\d{1,6})([kmg])");
        private static final long LEAST = 16 << 20;

        @Override
        public Long convert(String text) {
            var size = SIZE.matcher(text);
            long bytes = size.matches() ? Long.parseLong(size.group(1)) << shift(size.group(2)) : 0;
            if (bytes < LEAST) {
                throw new TypeConversionException(
                        "a whole number of k, m or g, %s at least; found '%s'".formatted(Pod.size(LEAST), text));
            }
            return bytes;
        }

        private static int shift(String unit) {
            return 10 * (1 + "kmg".indexOf(unit));
        }
    }
}
