package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file in a former form of the language is told the present form, in one line. */
final class FormerFormsTest {
    private final ScenarioFile reader = new ScenarioFile(Faults.MODELS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "by 1.5x         | by 1.5          | x.yaml:13: 'by 1.5' is now 'by 1.5x'",
                "by 1.5x         | by 2            | x.yaml:13: 'by 2' is now 'by 2x'",
                "beats threads by 1.5x | ties threads within 0.25 | x.yaml:13: 'within 0.25' is now 'within 25 %'",
                "beats threads by 1.5x | ties threads within 1 | x.yaml:13: 'within 1' needs its unit: 'within 1 %'",
                "beats threads by 1.5x | ties threads within 25 | x.yaml:13: 'within 25' needs its unit: 'within 25 %'",
                "claims:         | `cores: 2\nclaims:` | x.yaml:12: 'cores' is now 'needs: {cores: 2}'",
                "because: it does | `because: it does\n    cores: 2` "
                        + "| x.yaml:15: 'cores' of a claim is now 'needs: {cores: 2}'",
                "threads]        | `{model: threads, work: 1.25}]` "
                        + "| x.yaml:10: 'work' of a model is now 'cpuFactor: 1.25'",
                "threads]        | `{model: threads, inFlight: {task: 0}}]` "
                        + "| x.yaml:10: 'inFlight: {task: 0}' is now 'without: [task]'",
                "threads]        | `{model: threads, inFlight: {calls: 0, task: 0}}]` "
                        + "| x.yaml:10: 'inFlight: {calls: 0, task: 0}' is now 'without: [calls, task]'",
                "claims:         | `control: {times: 5.00, within: 0.03}\nclaims:` "
                        + "| x.yaml:12: 'times: 5.00' and 'within' of a control are now 'control: 5.00x within 3 %'",
            })
    void isToldThePresentForm(String present, String former, String message) {
        var old = Faults.CLOSED.replace(present, former);
        assertThat(old).isNotEqualTo(Faults.CLOSED);
        assertThatThrownBy(() -> reader.parse("x.yaml", old))
                .isInstanceOf(BadScenarioException.class)
                .hasMessage(message);
    }
}
