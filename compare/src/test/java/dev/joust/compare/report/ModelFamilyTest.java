package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.trial.Models;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelFamilyTest {
    private static final List<String> ON_THE_JVM =
            List.of("vertx-loop", "reactor-loop", "gil-threads", "platform-threads", "virtual-threads", "processes");

    @Test
    void theModelsOfTheFamiliesExist() {
        assertThat(Models.load().names()).containsAll(ON_THE_JVM);
        assertThat(ON_THE_JVM)
                .allSatisfy(model -> assertThat(ModelFamily.of(model)).isPresent());
    }

    @Test
    void anotherModelHasNoFamily() {
        assertThat(ModelFamily.of("hybrid")).isEmpty();
    }
}
