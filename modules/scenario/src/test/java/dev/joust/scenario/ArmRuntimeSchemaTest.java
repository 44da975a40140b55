package dev.joust.scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed JSON Schema accepts and refuses what the reader does of an arm's runtime. */
final class ArmRuntimeSchemaTest {

    @Test
    void bothAcceptEveryKey() {
        ScenarioSchemaTest.assertAccepted(ArmRuntimeTest.CHOOSING, ScenarioSchemaTest.reader());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flags: []",
                "flags: [Xint]",
                "flags: -Xint",
                "jars: a.jar",
                "jars: [' ']",
                "java: [a]",
                "java: ' '",
                "python: {a: b}",
                "jvm: a",
            })
    void bothRefuse(String entry) {
        ScenarioSchemaTest.assertBothRefuse(
                ScenarioSchemaTest.spoilt(ScenarioSchemaTest.BOTH, "cpuFactor: 1.5", entry));
    }
}
