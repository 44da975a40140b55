package dev.joust.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.trial.ExternalRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ModelRegistryTest {
    private final ModelRegistry registry =
            ModelRegistry.of(Map.of("vertx-loop", Set.of()), List.of(named("other", "other-loop")));

    @Test
    void modelsOfAllRuntimesAreKnown() {
        assertThat(registry.models()).containsExactly("other-loop", "vertx-loop");
        assertThat(registry.onJvm()).containsExactly("vertx-loop");
    }

    @Test
    void theNullModelIsNoModelForScenarios() {
        assertThat(ModelRegistry.found().models()).doesNotContain("null-model");
    }

    @Test
    void anUnknownModelIsAnErrorThatListsTheKnownOnes() {
        registry.checkModels(List.of("other-loop", "vertx-loop"));
        assertThatThrownBy(() -> registry.checkModels(List.of("other-lop")))
                .isInstanceOf(UsageException.class)
                .hasMessage("unknown model 'other-lop'; known: other-loop, vertx-loop");
    }

    @Test
    void anUnknownRuntimeIsAnErrorThatListsTheKnownOnes() {
        assertThatThrownBy(() -> registry.checkRuntimes(List.of("any")))
                .isInstanceOf(UsageException.class)
                .hasMessage("unknown runtime 'any'; known: other");
    }

    @Test
    void aNameOfTwoModelsIsAnErrorThatNamesBothRuntimes() {
        assertThatThrownBy(() -> ModelRegistry.of(Map.of("loop", Set.of()), List.of(named("other", "loop"))))
                .isInstanceOf(UsageException.class)
                .hasMessage("two models have the name 'loop': one of runtime other and one of the JVM");
        assertThatThrownBy(() -> ModelRegistry.of(Map.of(), List.of(named("one", "loop"), named("other", "loop"))))
                .hasMessage("two models have the name 'loop': one of runtime other and one of runtime one");
    }

    @Test
    void aNameOfTwoRuntimesIsAnError() {
        assertThatThrownBy(() -> ModelRegistry.of(Map.of(), List.of(named("one", "a"), named("one", "b"))))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("two runtimes have the name 'one'");
        assertThatThrownBy(() -> ModelRegistry.of(Map.of(), List.of(named("jvm", "a"))))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("two runtimes have the name 'jvm'");
    }

    private static ExternalRuntime named(String name, String model) {
        return new ExternalRuntime() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Set<String> models() {
                return Set.of(model);
            }

            @Override
            public Launch launch(Optional<Path> executable) {
                throw new AssertionError("this test starts no runtime");
            }
        };
    }
}
