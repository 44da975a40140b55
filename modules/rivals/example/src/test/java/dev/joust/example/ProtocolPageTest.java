package dev.joust.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Arm;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Measurement;
import dev.joust.trial.Message;
import dev.joust.trial.Trial;
import dev.joust.trial.TrialId;
import dev.joust.trial.WarmUp;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code docs/trial-protocol.md} against the records that the protocol consists of. */
final class ProtocolPageTest {

    static Stream<Class<?>> records() {
        var messages = Stream.of(
                Message.Run.class,
                Message.Calibrate.class,
                Message.Hello.class,
                Message.WindowMark.class,
                Message.Measured.class,
                Message.Calibrated.class,
                Message.OrderFailed.class);
        var order = Stream.concat(
                Stream.of(Trial.class, TrialId.class, WarmUp.class, Arm.class),
                Arrays.stream(Trial.class.getDeclaredClasses()));
        var measurement = Stream.concat(
                Stream.of(Measurement.class, Ceiling.class), Arrays.stream(Measurement.class.getDeclaredClasses()));
        return Stream.of(messages, order, measurement).flatMap(types -> types);
    }

    @ParameterizedTest
    @MethodSource("records")
    void thePageNamesEveryField(Class<?> type) throws IOException {
        var words = Files.readString(Path.of("../../../docs/trial-protocol.md")).split("[^\\w]+");
        assertThat(Arrays.asList(words))
                .containsAll(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }
}
