package dev.joust.compare.export;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.SingleShotResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

/** What JMH itself writes for the single shots of several forks. */
final class JmhFormat {
    private JmhFormat() {}

    /**
     * JMH's JSON of one benchmark.
     *
     * @param time of an iteration
     * @param seconds of each fork
     */
    static String text(String benchmark, TimeValue time, List<String> flags, double... seconds) {
        var params = params(benchmark, time, flags, seconds.length);
        var forks = Arrays.stream(seconds)
                .mapToObj(value -> fork(params, Math.round(value * 1e9)))
                .toList();
        var bytes = new ByteArrayOutputStream();
        ResultFormatFactory.getInstance(ResultFormatType.JSON, new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .writeOut(List.of(new RunResult(params, forks)));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static BenchmarkResult fork(BenchmarkParams params, long nanos) {
        var iteration = new IterationResult(params, params.getMeasurement(), null);
        iteration.addResult(new SingleShotResult(ResultRole.PRIMARY, "shot", nanos, 1, TimeUnit.SECONDS));
        return new BenchmarkResult(params, List.of(iteration));
    }

    private static BenchmarkParams params(String benchmark, TimeValue time, List<String> flags, int forks) {
        var work = new WorkloadParams();
        work.put("metric", "makespan", 0);
        work.put("profile", "quick", 1);
        work.put("seed", "4711", 2);
        return new BenchmarkParams(
                benchmark,
                benchmark,
                true,
                4,
                new int[] {4},
                List.of(),
                forks,
                0,
                new IterationParams(IterationType.WARMUP, 0, time, 1),
                new IterationParams(IterationType.MEASUREMENT, 1, time, 1),
                Mode.SingleShotTime,
                work,
                TimeUnit.SECONDS,
                1,
                "java",
                flags,
                "25.0.3",
                "Temurin",
                "25.0.3+9",
                "1.37",
                TimeValue.minutes(10));
    }
}
