package dev.joust.compare.advise;

import static dev.joust.compare.SessionFixture.wobble;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.SampleOpenTrial;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.advise.Decision.DecisionKind;
import dev.joust.compare.plan.Profile;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.scenario.TrafficProfile;
import dev.joust.trial.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows from sessions whose outcome is known. It is past 250 lines: each case says what its session found. */
final class AdvisorTest {
    private static final List<String> ARMS = List.of("vertx-loop", "platform-threads", "processes");

    @TempDir
    private Path folder;

    @Test
    void aWinnerIsChosenWithItsIntervalAndWhatRunsNow() throws IOException {
        var advice = advise(now("processes"), session(20, 4, 20));

        assertThat(advice.decision().kind()).isEqualTo(DecisionKind.CHOOSE);
        assertThat(advice.decision().model()).contains("platform-threads");
        assertThat(advice.decision().sentence())
                .matches("choose platform-threads: it wins, \\S+ \\[\\S+, \\S+\\] over (vertx-loop|processes);"
                        + " processes, which runs now, is \\S+ \\[\\S+, \\S+\\] times worse");
    }

    @Test
    void whatTiesForTheBestStays() throws IOException {
        var advice = advise(now("vertx-loop"), session(4, 4, 20));

        assertThat(advice.decision().kind()).isEqualTo(DecisionKind.STAY);
        assertThat(advice.decision().sentence())
                .isEqualTo("stay as you are, with vertx-loop: platform-threads, vertx-loop tie for the best within"
                        + " 25 %");
    }

    @Test
    void whatWinsStays() throws IOException {
        var advice = advise(now("platform-threads"), session(20, 4, 20));

        assertThat(advice.decision().kind()).isEqualTo(DecisionKind.STAY);
        assertThat(advice.decision().sentence()).startsWith("stay as you are, with platform-threads: it wins, ");
    }

    @Test
    void ofATieTheCheapestIsChosen() throws IOException {
        var advice = advise(now("processes"), session(4, 4, 20));

        assertThat(advice.decision().kind()).isEqualTo(DecisionKind.CHOOSE);
        assertThat(advice.decision().sentence())
                .contains(": platform-threads, vertx-loop tie for the best within 25 %; no resource is shown to tell"
                        + " platform-threads and vertx-loop apart by 25 %; by the median it is ")
                .contains(" of CPU time per unit; processes, which runs now, is ");
    }

    /** An arm that does not sustain the rate has no value, and beside it none would win. */
    @Test
    void whatDoesNotSustainTheTrafficIsLeftOut() throws IOException {
        var fixture = fixture()
                .arm("vertx-loop", block -> answering(20, block))
                .arm("platform-threads", block -> answering(4, block))
                .arm("processes", block -> answering(400, block).backlog(1_500))
                .controls();
        var advice = advise(now("processes"), fixture);

        assertThat(advice.decision().model()).contains("platform-threads");
        assertThat(advice.decision().sentence())
                .endsWith("; processes does not sustain the traffic: the offered rate is not sustained: 25.0 % of it"
                        + " was done in the window");
        assertThat(advice.models().getLast().state()).isEqualTo("does not sustain the traffic");
    }

    @Test
    void whatAloneSustainsTheTrafficIsChosen() throws IOException {
        var fixture = fixture()
                .arm("vertx-loop", block -> answering(400, block).backlog(1_500))
                .arm("platform-threads", block -> answering(4, block))
                .arm("processes", block -> answering(400, block).backlog(1_500))
                .controls();
        var advice = advise(now("platform-threads"), fixture);

        assertThat(advice.decision().sentence())
                .isEqualTo("stay as you are, with platform-threads: it is the only one of those measured that sustains"
                        + " the traffic");
    }

    @Test
    void whereNothingSustainsTheTrafficNothingIsChosen() throws IOException {
        var fixture = fixture();
        ARMS.forEach(arm -> fixture.arm(arm, block -> answering(400, block).backlog(1_500)));
        var advice = advise(now("processes"), fixture.controls());

        assertThat(advice.decision().kind()).isEqualTo(DecisionKind.UNDECIDED);
        assertThat(advice.decision().sentence())
                .startsWith("no advice: no model that was measured sustains the traffic; processes does not sustain");
    }

    @Test
    void whatIsNotToldApartIsNotChosen() throws IOException {
        var fixture = fixture()
                .arm("vertx-loop", block -> SampleOpenTrial.answering(2000, wobble(5, block, 0.9)))
                .arm("platform-threads", block -> SampleOpenTrial.answering(2000, wobble(5, block + 2, 0.9)))
                .arm("processes", block -> answering(50, block))
                .controls();
        var advice = advise(now("processes"), fixture);

        assertThat(advice.decision().kind()).isEqualTo(DecisionKind.UNDECIDED);
        assertThat(advice.decision().sentence())
                .startsWith("no advice yet: undecided among platform-threads and vertx-loop");
        assertThat(advice.flips()).isEmpty();
    }

    @Test
    void aSessionThatCannotBeBelievedGivesNoAdvice() throws IOException {
        var fixture = fixture();
        fixture.arm("vertx-loop", block -> answering(400, block).backlog(1_500));
        List.of("platform-threads", "processes").forEach(arm -> fixture.arm(arm, block -> answering(4, block)));
        var advice = advise(now("processes"), fixture.controls(0.5));

        assertThat(advice.decision().kind()).isEqualTo(DecisionKind.WITHHELD);
        assertThat(advice.decision().sentence()).startsWith("no advice: the session is contaminated: ");
        assertThat(advice.leaveAlone()).isEmpty();
        assertThat(advice.disagreements()).isEmpty();
        assertThat(new AdviceText(advice, "response-p50 of task", "task").text())
                .contains("nothing is chosen");
    }

    @Test
    void aDisturbedSessionGivesNoAdviceAlsoWhereOnlyAModelThatIsLeftOutWasDisturbed() throws IOException {
        var fixture = fixture()
                .arm("processes", block -> answering(400, block).backlog(1_500))
                .disturbed(1, 2, 3)
                .arm("vertx-loop", block -> answering(20, block))
                .arm("platform-threads", block -> answering(4, block))
                .controls();
        var advice = advise(now("processes"), fixture);

        assertThat(advice.decision().kind()).isEqualTo(DecisionKind.WITHHELD);
        assertThat(advice.decision().sentence()).startsWith("no advice: the session is disturbed: ");
        assertThat(advice.leaveAlone()).isEmpty();
    }

    /** 2,000/s x 2 ms are four workers of two. */
    @Test
    void aModelThatArithmeticRulesOutAndThatWorksIsAContradiction() throws IOException {
        var profile = SampleTraffic.of(
                "traffic: {task: {rate: 2000/s, steps: [call: 2ms]}}", "now: processes", "want: p50 of task");
        var advice = advise(profile, session(4, 4, 4));

        assertThat(advice.disagreements())
                .containsExactly("arithmetic rules processes out (units hold 4 workers from beginning to end, and there"
                        + " are 2: 2 times as many are needed), but it sustains the traffic: task takes 4 ms on"
                        + " average");
        assertThat(new AdviceText(advice, "response-p50 of task", "task").text())
                .startsWith("contradiction: ");
    }

    @Test
    void aModelThatWorksByArithmeticAndDoesNotIsAContradiction() throws IOException {
        var fixture = fixture()
                .arm("vertx-loop", block -> answering(400, block).backlog(1_500))
                .arm("platform-threads", block -> answering(4, block))
                .arm("processes", block -> answering(20, block))
                .controls();
        assertThat(advise(now("processes"), fixture).disagreements()).anySatisfy(line -> assertThat(line)
                .startsWith("by arithmetic vertx-loop works (the loop is 20 % busy; a visit to it waits 0.01")
                .contains(" ms (Pollaczek-Khinchine)), but it does not sustain the traffic: "));
    }

    @Test
    void anotherOrderThanThatOfArithmeticIsAContradiction() throws IOException {
        var profile = SampleTraffic.of(
                "traffic: {task: {rate: 45/s, steps: [compute: 20ms]}}", "now: processes", "want: p50 of task");
        var advice = advise(profile, session(4, 40, 40));

        assertThat(advice.disagreements()).anySatisfy(line -> assertThat(line)
                .startsWith("by arithmetic platform-threads answers sooner than vertx-loop (")
                .contains("), measured it answers later (40")
                .endsWith(" ms and 4 ms)"));
    }

    @Test
    void asMeasuredAndAsExpectedIsNoContradiction() throws IOException {
        assertThat(advise(now("processes"), session(4, 4, 4)).disagreements()).isEmpty();
    }

    @Test
    void aSmallTrafficNeedNotCareWhereThatWasMeasured() throws IOException {
        assertThat(advise(now("processes"), session(4, 4, 4)).leaveAlone().orElseThrow())
                .startsWith("The traffic computes 0.2 of a core, less than one; the article then expects that the model"
                        + " does not matter. Measured at this traffic that is right: all 3 models that sustain it tie"
                        + " within 25 %. By arithmetic it stays so up to ");
        assertThat(advise(now("processes"), session(4, 4, 40)).leaveAlone().orElseThrow())
                .contains("Measured at this traffic that is wrong: processes is ");
    }

    @Test
    void theMeasuredLoopTellsWhatItsVisitsCost() throws IOException {
        var fixture = fixture()
                .arm("vertx-loop", block -> answering(4, block).counting("window-loop-busy", 0.6))
                .arm("platform-threads", block -> answering(4, block))
                .arm("processes", block -> answering(4, block))
                .controls();
        var loop = advise(now("processes"), fixture)
                .models()
                .getFirst()
                .expected()
                .loop()
                .orElseThrow();

        assertThat(loop.busy()).isEqualTo(0.6);
        assertThat(loop.visitCost()).isCloseTo(0.4 / 4000, within(1e-9));
        assertThat(loop.inTrials()).isPresent();
    }

    @Test
    void theTextFitsATerminalAndTheDocumentIsJson() throws IOException {
        var profile = now("processes");
        var advice = advise(profile, session(20, 4, 20));
        var text = new AdviceText(advice, "response-p50 of task", "task").text();

        assertThat(text).startsWith("choose platform-threads: it wins, ").contains("Stage 2: ", "Stage 3: ");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
        var json = Json.pretty(new AdviceDocument(
                AdviceDocument.FORMAT,
                SampleTraffic.arithmetic(profile),
                List.of(),
                Optional.of(advice),
                new AdviceDocument.AdviceFiles(Optional.of("s"), Optional.empty())));
        assertThat(json).contains("\"kind\" : \"CHOOSE\"", "\"model\" : \"platform-threads\"", "\"busy\" : 0.2");
    }

    /** 2,000/s x 0.1 ms on 0.2 of a core; two workers are 20 % busy with 2,000/s x 0.2 ms. */
    private static TrafficProfile now(String model) {
        return SampleTraffic.of(
                "traffic: {task: {rate: 2000/s, steps: [call: 100us, compute: 100us]}}",
                "now: " + model,
                "want: p50 of task");
    }

    private static SessionFixture fixture() {
        return new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.open("sample", 2000, Quantity.RESPONSE_P50, ARMS));
    }

    private static SampleOpenTrial answering(double millis, int block) {
        return SampleOpenTrial.answering(2000, wobble(millis, block, 0.01));
    }

    private static SessionFixture session(double loop, double threads, double processes) {
        return fixture()
                .arm("vertx-loop", block -> answering(loop, block))
                .arm("platform-threads", block -> answering(threads, block + 1))
                .arm("processes", block -> answering(processes, block + 2))
                .controls();
    }

    private Advice advise(TrafficProfile profile, SessionFixture fixture) throws IOException {
        var session = folder.resolve("s" + System.identityHashCode(fixture));
        fixture.save(session);
        var arithmetic = SampleTraffic.arithmetic(profile);
        var asked = TrafficScenario.of(profile, arithmetic, false, List.copyOf(SampleTraffic.MODELS), 6);
        return new Advisor(profile, arithmetic, asked, SampleTraffic.CORES)
                .advise(SustainedSession.in(session, "sample", arithmetic::rulesOut));
    }
}
