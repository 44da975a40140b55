package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of the recipes in docs/many-machines.md. Integration tests run them. */
final class DocumentedRecipesTest {
    @ParameterizedTest
    @ValueSource(strings = {"SSH", "Slurm", "Kubernetes"})
    void aRecipeHasFiveLines(String heading) throws Exception {
        assertThat(DocumentedRecipe.of(heading).lines()).hasSize(5).noneMatch(String::isBlank);
    }

    @Test
    void aHeadingWithoutARecipeIsFound() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> DocumentedRecipe.of("Nomad"))
                .withMessageContaining("the recipe 'Nomad'");
    }
}
