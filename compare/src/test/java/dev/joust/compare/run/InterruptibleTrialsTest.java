package dev.joust.compare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.machine.ChildProcesses;
import dev.joust.compare.plan.Plan;
import dev.joust.compare.session.Result;
import dev.joust.trial.Ceiling;
import dev.joust.trial.TrialId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** With trials that a test makes up, and without a process. */
final class InterruptibleTrialsTest {
    private static final Result DONE = result(SampleTrial.batch(1));
    private static final Result FAILED = result(SampleTrial.batch(1).failed());

    private final ChildProcesses children = new ChildProcesses();

    @Test
    void aTrialThatFailsByItselfIsAResult() throws Exception {
        assertThat(run(FAILED)).isSameAs(FAILED);
    }

    @Test
    void aTrialThatIsDoneWhenTheSessionIsStoppedIsAResult() throws Exception {
        children.close();
        assertThat(run(DONE)).isSameAs(DONE);
    }

    @Test
    void aTrialThatFailsWhenTheSessionIsStoppedIsNone() {
        children.close();
        assertThatThrownBy(() -> run(FAILED))
                .isInstanceOf(InterruptedException.class)
                .hasMessage("stopped during any/processes");
    }

    private Result run(Result result) throws Exception {
        var scenario = SampleScenarios.batch("any", "?", List.of("processes"));
        var block = new Plan.Block(scenario, 1, scenario.arms());
        return new InterruptibleTrials((_, _, _, _) -> result, children)
                .run(block, block.order().getFirst(), 1, Optional.empty());
    }

    private static Result result(SampleTrial trial) {
        return trial.of(new TrialId("s", "any", "processes", 1, 1), new Ceiling(2, 2));
    }
}
