package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class EnvironmentTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    @Test
    void thisMachineIsDescribedWithoutItsName() {
        var environment = Environment.read(Optional.of("0d9b4bc"));
        assertThat(environment.hardware().processor()).isNotBlank();
        assertThat(environment.hardware().logicalCores())
                .isGreaterThanOrEqualTo(environment.hardware().usableCores());
        assertThat(environment.hardware().memoryBytes()).isGreaterThan(1L << 28);
        assertThat(environment.software().java()).contains(Runtime.version().toString());
        assertThat(environment.software().python())
                .satisfiesAnyOf(python -> assertThat(python).isEmpty(), python -> assertThat(python.orElseThrow())
                        .startsWith("Python 3"));
        assertThat(environment.commit()).hasValue("0d9b4bc");
    }

    @Test
    void everyRecordSurvivesJson() {
        survives(Environment.read(Optional.empty()));
        var usage = ProcessTree.of(ProcessHandle.current().pid()).usage(ReadingDetail.COUNTERS);
        survives(usage);
        survives(ResourceUsage.between(usage, usage));
        var seen = new Disturbance(
                Optional.of(0.25), Optional.empty(), Optional.of(7L), Optional.empty(), Optional.of(3L));
        survives(seen);
        survives(DisturbanceLimits.fixed(seen, 2));
    }

    @Test
    void whatIsNotAvailableIsNullInJsonAndNotZero() {
        var json = JSON.writeValueAsString(new MemoryUse(Optional.of(0L), Optional.empty(), Optional.empty()));
        assertThat(json).isEqualTo("{\"resident\":0,\"peak\":null,\"proportional\":null}");
    }

    @Test
    void aCommandThatIsMissingOrFailsHasNoOutput() {
        assertThat(FirstOutputLine.read(Duration.ofSeconds(5), "no-such-command-anywhere"))
                .isEmpty();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onlyTheFirstLineOfACommandIsReadAndOnlyWithinTheLimit() {
        var timeout = Duration.ofSeconds(20);
        assertThat(FirstOutputLine.read(timeout, "sh", "-c", "echo one; echo two"))
                .hasValue("one");
        assertThat(FirstOutputLine.read(timeout, "sh", "-c", "echo one; exit 1"))
                .isEmpty();
        assertThat(FirstOutputLine.read(Duration.ofMillis(1), "sh", "-c", "cat; sleep 3600; echo late"))
                .isEmpty();
    }

    private static void survives(Object value) {
        Object back = JSON.readValue(JSON.writeValueAsString(value), value.getClass());
        assertThat(back).isEqualTo(value);
    }
}
