package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ModelsTest {

    @Test
    void theNullModelIsFound() {
        assertThat(Models.load().names()).contains("null-model");
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownNames() {
        assertThatThrownBy(() -> Models.of(List.of(new NullModel())).named("nul"))
                .hasMessage("unknown model 'nul'; known: null-model");
    }

    @Test
    void twoModelsWithTheSameNameAreAnError() {
        assertThatThrownBy(() -> Models.of(List.of(new NullModel(), new NullModel())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("two models have the name 'null-model'");
    }
}
