package dev.joust.threaded;

import dev.joust.trial.Checkpoint;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Two threads count under the lock, which alone guards the count. The interval is the shortest that is allowed. With
 * two threads, two cores suffice. A test that does not end has lost a wake-up. jcstress finds actors in the test class
 * itself only, so each class below repeats them.
 */
@Outcome(id = "6", expect = Expect.ACCEPTABLE, desc = "one thread at a time counted, and all saw it")
@Outcome(expect = Expect.FORBIDDEN, desc = "two threads counted at once, or one did not see the other's count")
public class InterpreterLockStress {
    private final InterpreterLock lock;
    private final Checkpoint checkpoint;
    private int count;

    InterpreterLockStress(boolean forced, HandoverPolicy handover) {
        this.lock = new InterpreterLock(Duration.ofNanos(1_000), forced, handover);
        this.checkpoint = lock.checkpoint();
    }

    /** Forced switching, first come, first served. */
    @JCStressTest
    @JCStressMeta(InterpreterLockStress.class)
    @State
    public static class FifoStress extends InterpreterLockStress {
        public FifoStress() {
            super(true, new HandoverPolicy.Fifo());
        }

        @Actor
        public void ann() {
            poll();
        }

        @Actor
        public void bob() {
            releaseAndPoll();
        }

        @Arbiter
        public void read(I_Result result) {
            result.r1 = count();
        }
    }

    /** Forced switching, glibc's handover. */
    @JCStressTest
    @JCStressMeta(InterpreterLockStress.class)
    @State
    public static class GlibcStress extends InterpreterLockStress {
        public GlibcStress() {
            super(true, HandoverPolicy.Glibc.calibrated());
        }

        @Actor
        public void ann() {
            poll();
        }

        @Actor
        public void bob() {
            releaseAndPoll();
        }

        @Arbiter
        public void read(I_Result result) {
            result.r1 = count();
        }
    }

    /** No forced switching, glibc's handover. */
    @JCStressTest
    @JCStressMeta(InterpreterLockStress.class)
    @State
    public static class UnforcedStress extends InterpreterLockStress {
        public UnforcedStress() {
            super(false, HandoverPolicy.Glibc.calibrated());
        }

        @Actor
        public void ann() {
            poll();
        }

        @Actor
        public void bob() {
            releaseAndPoll();
        }

        @Arbiter
        public void read(I_Result result) {
            result.r1 = count();
        }
    }

    /** Counts twice, and polls in between for long enough to get a request. */
    final void poll() {
        lock.acquire();
        count++;
        for (int i = 0; i < 100; i++) {
            checkpoint.poll();
        }
        count++;
        lock.release();
    }

    /** Counts, releases and retakes the lock, and counts again; then as {@link #poll}. */
    final void releaseAndPoll() {
        lock.acquire();
        count++;
        lock.release();
        lock.acquire();
        count++;
        lock.release();
        poll();
    }

    /** The count, read under the lock, which also shows that the lock can still be taken. */
    final int count() {
        lock.acquire();
        try {
            return count;
        } finally {
            lock.release();
        }
    }
}
