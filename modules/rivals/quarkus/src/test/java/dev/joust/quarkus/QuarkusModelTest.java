package dev.joust.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class QuarkusModelTest {

    @Test
    void itTellsTheVersionWithWhichTheApplicationIsBuilt() {
        assertThat(QuarkusModel.all())
                .hasSize(4)
                .allSatisfy(model -> assertThat(model.framework().orElseThrow()).matches("Quarkus \\d+\\.\\d+\\.\\d+"));
    }
}
