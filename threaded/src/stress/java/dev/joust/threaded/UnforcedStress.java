package dev.joust.threaded;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Two threads, so that two cores do; a wake-up that is lost for ever shows as a test that does not end. */
@JCStressTest
@Outcome(id = "6", expect = Expect.ACCEPTABLE, desc = "each turn was had, by one thread at a time, and seen by all")
@Outcome(expect = Expect.FORBIDDEN, desc = "two threads were in at once, or one did not see what the other had done")
@State
public class UnforcedStress extends TurnsStress {
    public UnforcedStress() {
        super(false, glibc());
    }

    @Actor
    public void ann() {
        polling();
    }

    @Actor
    public void bob() {
        yielding();
        polling();
    }

    @Arbiter
    public void all(I_Result result) {
        result.r1 = counted();
    }
}
