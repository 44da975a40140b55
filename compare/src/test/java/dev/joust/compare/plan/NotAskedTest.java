package dev.joust.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.plan.NotAsked.NotAskedReason;
import dev.joust.scenario.Claim;
import dev.joust.scenario.Metric;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NotAskedTest {
    private final Claim claim =
            SampleScenarios.claim("hybrid", "vertx-loop", new Claim.Beats(3), Metric.Quantity.MAKESPAN, 7);
    private final NotAsked byQuick = new NotAsked(
            "mixed",
            Optional.of(claim),
            NotAskedReason.LEFT_OUT_BY_PROFILE,
            List.of("hybrid"),
            List.of("vertx-loop", "hybrid"));
    private final NotAsked byModels = new NotAsked(
            "race",
            Optional.empty(),
            NotAskedReason.LEFT_OUT_BY_MODELS,
            List.of("loop", "hybrid"),
            List.of("loop", "hybrid"));

    @Test
    void aSentenceNamesTheClaimTheCauseAndTheCure() {
        assertThat(byQuick.sentence(Profile.QUICK))
                .isEqualTo(String.format(
                        Locale.ROOT,
                        "mixed: %s: left out by quick: hybrid; add --models hybrid,vertx-loop, or --profile full",
                        claim));
        assertThat(byModels.sentence(Profile.FULL)).isEqualTo("race: left out by --models: hybrid, loop");
    }

    @Test
    void theSummaryHasOneLinePerCause() {
        var other = new NotAsked(
                "cpu",
                Optional.of(claim),
                NotAskedReason.LEFT_OUT_BY_PROFILE,
                List.of("gil-loop"),
                List.of("gil-loop"));
        assertThat(NotAsked.summary(List.of(byQuick, byModels, other), Profile.SMOKE))
                .containsExactly(
                        "left out by smoke: 1 of the models of cpu, 1 of the models of mixed; 2 claims are not asked;"
                                + " add --profile full, or use --models",
                        "left out by --models: hybrid, loop");
        assertThat(NotAsked.summary(List.of(byQuick), Profile.QUICK))
                .containsExactly(
                        "left out by quick: hybrid; 1 claim is not asked; add --profile full, or use --models");
        assertThat(NotAsked.summary(List.of(), Profile.QUICK)).isEmpty();
    }

    @Test
    void aWholeScenarioIsLeftOutByItsName() {
        var whole = new NotAsked("stream", Optional.empty(), NotAskedReason.LEFT_OUT_BY_PROFILE, List.of(), List.of());
        assertThat(whole.sentence(Profile.QUICK))
                .isEqualTo("stream: left out by quick; name it, or add --profile full");
        assertThat(NotAsked.summary(List.of(whole, byQuick), Profile.QUICK))
                .containsExactly(
                        "left out by quick: stream; name them, or add --profile full",
                        "left out by quick: hybrid; 1 claim is not asked; add --profile full, or use --models");
    }
}
