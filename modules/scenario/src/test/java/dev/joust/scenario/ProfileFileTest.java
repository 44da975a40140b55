package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.scenario.Metric.Quantity;
import dev.joust.scenario.TrafficProfile.ModelWishes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a traffic profile says, and what it cannot be. */
final class ProfileFileTest {
    static final Set<String> MODELS = Set.of("loop", "threads", "pool");

    static final String GOOD = """
            profile: checkout
            traffic:
              checkout:
                rate: 120/s
                steps: [call: 30ms, compute: 4ms, call: {delay: 12ms, bytes: 2kB}]
                deadline: 250ms
              thumbnail: {rate: 30/min, steps: [{compute: {kernel: sieve, cpu: 180ms}}, native: 1ms]}
            pod: {cpus: 2, memory: 1g}
            want: p99 of checkout
            now: threads
            cannot: [pool]
            """;

    private final ProfileFile reader = new ProfileFile(MODELS);

    @Test
    void everyFieldIsRead() {
        var profile = reader.parse("x.yaml", GOOD);

        assertThat(profile.name()).isEqualTo("checkout");
        assertThat(profile.traffic()).hasSize(2);
        var checkout = profile.traffic().getFirst();
        assertThat(checkout.name()).isEqualTo("checkout");
        assertThat(checkout.perSecond()).isEqualTo(120);
        assertThat(checkout.deadline()).contains(Duration.ofMillis(250));
        assertThat(checkout.work().steps())
                .containsExactly(
                        new Step.Call(Duration.ofMillis(30), 128),
                        new Step.Compute(Kernel.MIX, Duration.ofMillis(4)),
                        new Step.Call(Duration.ofMillis(12), 2_000));
        var thumbnail = profile.traffic().getLast();
        assertThat(thumbnail.perSecond()).isEqualTo(0.5);
        assertThat(thumbnail.deadline()).isEmpty();
        assertThat(thumbnail.work().steps())
                .containsExactly(
                        new Step.Compute(Kernel.SIEVE, Duration.ofMillis(180)),
                        new Step.Native(Kernel.MIX, Duration.ofMillis(1)));
        assertThat(profile.pod()).contains(new Pod(Optional.of(2.0), Optional.of(1L << 30)));
        assertThat(profile.want()).isEqualTo(new Metric(Quantity.RESPONSE_P99, Optional.of("checkout")));
        assertThat(profile.models()).isEqualTo(new ModelWishes(Optional.of("threads"), Set.of("pool")));
        assertThat(profile.wanted()).isEqualTo(checkout);
        assertThat(profile.perSecond()).isEqualTo(120.5);
    }

    @Test
    void whatIsNotSaidIsUsual() {
        var profile = reader.parse("x.yaml", """
                profile: small
                traffic:
                  ping: {rate: 5/s, steps: [sleep: 1ms]}
                """);

        assertThat(profile.want()).isEqualTo(new Metric(Quantity.RESPONSE_P99, Optional.of("ping")));
        assertThat(profile.pod()).isEmpty();
        assertThat(profile.cpus(8)).isEqualTo(8);
        assertThat(profile.models()).isEqualTo(new ModelWishes(Optional.empty(), Set.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "p50 of thumbnail, RESPONSE_P50, thumbnail",
        "p99, RESPONSE_P99, checkout",
        "p99.9, RESPONSE_P99_9, checkout",
        "cpu-per-unit, CPU_PER_UNIT,",
        "memory, MEMORY,",
        "slo-capacity, SLO_CAPACITY,",
    })
    void aWantIsAMetric(String want, Quantity quantity, String of) {
        var profile = reader.parse("x.yaml", GOOD.replace("p99 of checkout", want));
        assertThat(profile.want()).isEqualTo(new Metric(quantity, Optional.ofNullable(of)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`    rate: 120/s\n` | x.yaml:4: a class of traffic needs 'rate'; found: steps, deadline",
                "`    steps: [call: 30ms, compute: 4ms, call: {delay: 12ms, bytes: 2kB}]\n` "
                        + "| x.yaml:4: a class of traffic needs 'steps'; found: rate, deadline",
                "`profile: checkout\n` | x.yaml:1: profile needs 'profile'; found: traffic, pod, want, now, cannot",
            })
    void whatIsMissingIsSaid(String missing, String message) {
        assertThat(GOOD).contains(missing);
        assertRefused(GOOD.replace(missing, ""), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "120/s | 120 | x.yaml:4: a rate is '120/s', '2.5/s' or '30/min', found '120'",
                "120/s | 0/s | x.yaml:4: 'rate' must be above 0/s to 100000/s, found '0/s'",
                "120/s | 0.5/min | x.yaml:4: 'rate' of a profile is at least 1/min, found '0.5/min'",
                "120/s | 99999.9/s | x.yaml:3: all classes together arrive at 100001/s; at most 100000/s",
                "[call: 30ms, compute: 4ms, call: {delay: 12ms, bytes: 2kB}] | [] "
                        + "| x.yaml:5: 'steps' needs a list with at least one entry, found an empty list",
                "compute: 4ms | compute: 4 "
                        + "| x.yaml:5: 'compute' must be a duration with a unit (ns, us, ms, s, min), "
                        + "for example 20ms, found '4'",
                "compute: 4ms | compute: 61s | x.yaml:5: 'compute' must be 1000ns to 60000ms, found '61s'",
                "compute: 4ms | monitor: 4ms | x.yaml:5: unknown key 'monitor' in step; known: "
                        + "compute, native, call, stream, file, payload, sleep",
                "kernel: sieve | kernel: sift | x.yaml:7: unknown kernel 'sift'; known: mix, sieve, pbkdf2, objects",
                "250ms | 0s | x.yaml:6: 'deadline' must be 1ms to 60000ms, found '0s'",
                "deadline | deadlines | x.yaml:6: unknown key 'deadlines' in a class of traffic; "
                        + "known: rate, steps, deadline",
                "thumbnail | a b | x.yaml:7: a class of traffic has a name of letters, digits, '.', '_' and '-', "
                        + "found 'a b'",
                "cpus: 2 | cpus: 0 | x.yaml:8: 'cpus' must be 0.01 to 1024.0, found '0'",
                "memory: 1g | memory: 1GB | x.yaml:8: 'memory' is a whole number of k, m or g, for example 512m, "
                        + "found '1GB'",
                "memory: 1g | memory: 8m | x.yaml:8: 'memory' of a pod is at least 16m, found '8m'",
                "want: p99 of checkout | want: p98 | x.yaml:9: unknown want 'p98'; known: p50, p99, p99.9 "
                        + "(of a class of traffic), cpu-per-unit, memory, slo-capacity",
                "p99 of checkout | p99 of nothing "
                        + "| x.yaml:9: unknown class 'nothing' in want; known: checkout, thumbnail",
                "p99 of checkout | memory of checkout "
                        + "| x.yaml:9: memory is that of all classes of traffic, found 'memory of checkout'",
                "now: threads | now: thread | x.yaml:10: unknown model 'thread'; known: loop, pool, threads",
                "[pool] | [threads] | x.yaml:11: 'threads' is what runs now, so it cannot stand in 'cannot'",
                "[pool] | [poll] | x.yaml:11: unknown model 'poll'; known: loop, pool, threads",
                "profile: checkout | profile: Check Out "
                        + "| x.yaml:1: a profile's name is lower-case words joined by '-', found 'Check Out'",
                "now: | then: | x.yaml:10: unknown key 'then' in profile; known: profile, traffic, pod, want, now, "
                        + "cannot",
            })
    void aComplaintIsOneLineWithWhatWasFoundAndWhatIsKnown(String from, String to, String message) {
        assertThat(GOOD).contains(from);
        assertRefused(GOOD.replace(from, to), message);
    }

    @Test
    void aPromiseNeedsADeadline() {
        assertRefused(
                GOOD.replace("    deadline: 250ms\n", "").replace("p99 of checkout", "slo-capacity"),
                "x.yaml:8: slo-capacity needs a deadline of 'checkout', the first class of traffic: the limit of its"
                        + " p99");
    }

    @Test
    void anEmptyFileIsToldWhatItNeeds() {
        assertRefused("", "x.yaml:1: the file is empty; a profile needs profile and traffic");
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> reader.parse("x.yaml", "[".repeat(60)))
                .isInstanceOf(BadScenarioException.class)
                .hasMessageContaining("nest more than 50 levels deep");
    }

    @Test
    void manyClassesAreRefused() {
        var text = new StringBuilder("profile: many\ntraffic:\n");
        for (int i = 0; i < 51; i++) {
            text.append("  c").append(i).append(": {rate: 1/s, steps: [sleep: 1ms]}\n");
        }
        assertRefused(text.toString(), "x.yaml:3: at most 50 classes of traffic, found 51");
    }

    @Test
    void aFileIsRead(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("p.yaml"), GOOD);
        assertThat(reader.read(file)).isEqualTo(reader.parse("p.yaml", GOOD));
        var gone = folder.resolve("gone.yaml");
        assertThatThrownBy(() -> reader.read(gone))
                .isInstanceOf(BadScenarioException.class)
                .hasMessage(gone + ": cannot be read: " + gone);
    }

    @Test
    void aMetricOfAnotherClassDecides() {
        var other = new Metric(Quantity.RESPONSE_P50, Optional.of("thumbnail"));
        var profile = reader.parse("x.yaml", GOOD).wanting(other);
        assertThat(List.of(profile.want(), profile.wanted().name())).isEqualTo(List.of(other, "thumbnail"));
    }

    private void assertRefused(String text, String message) {
        assertThatThrownBy(() -> reader.parse("x.yaml", text))
                .isInstanceOf(BadScenarioException.class)
                .hasMessage(message);
    }
}
