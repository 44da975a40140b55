package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.trial.UnitRequests.UnitReply;
import dev.joust.trial.UnitRequests.UnitRequest;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnitRequestsTest {
    private static final List<Step> STEPS = List.of(new Step.Sleep(Duration.ofMillis(1)));

    private final UnitRequests requests = new UnitRequests(List.of(new WorkClass("a call", 1, STEPS)));

    @Test
    void theNumberIsTheSeedAndTheClassSaysTheSteps() {
        assertThat(requests.read("GET", "/units/a%20call/18446744073709551615"))
                .isEqualTo(new UnitRequest.Known(new Work("a call", -1, STEPS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+1", "-1", "1 ", "\u0661", "18446744073709551616"})
    void aNumberIsDigitsAlone(String number) {
        assertThat(requests.read("GET", "/units/a%20call/" + number))
                .isInstanceOfSatisfying(
                        UnitRequest.Refused.class,
                        refused -> assertThat(refused.reply().status()).isEqualTo(400));
    }

    @Property
    void whatTargetWritesReadUnderstands(@ForAll @NotEmpty String name, @ForAll long seed) {
        var work = new Work(name, seed, STEPS);
        var known = new UnitRequests(List.of(new WorkClass(name, 1, STEPS)));
        boolean writable = name.equals(new String(
                name.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8));
        if (writable) { // half of a surrogate pair has no bytes
            assertThat(known.read("GET", UnitRequests.target(work))).isEqualTo(new UnitRequest.Known(work));
        }
    }

    @Property
    void noTargetIsAnythingButAUnitOrARefusal(@ForAll String method, @ForAll String target) {
        assertThat(requests.read(method, target)).isInstanceOfAny(UnitRequest.Known.class, UnitRequest.Refused.class);
    }

    @Test
    void answersAndRefusalsAreCounted() {
        requests.read("GET", "/");
        requests.read("POST", "/units/a%20call/1");
        assertThat(requests.reply(new Outcome.Done(255, 0, 0))).isEqualTo(new UnitReply(200, "00000000000000ff"));
        assertThat(requests.reply(new Outcome.Failed("no\r\nsuch host")))
                .isEqualTo(new UnitReply(500, "the unit failed: no such host"));
        requests.failed(new IllegalStateException("closed"));
        assertThat(requests.counters())
                .containsEntry("requests-refused", 2.0)
                .containsEntry("requests-answered", 1.0)
                .containsEntry("requests-failed", 2.0);
    }
}
