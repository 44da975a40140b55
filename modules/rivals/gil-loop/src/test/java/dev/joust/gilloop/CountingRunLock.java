package dev.joust.gilloop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.blocking.RunLock;
import dev.joust.trial.Checkpoint;

/** A lock that the test holds from the start. Counts its releases. For one thread. */
final class CountingRunLock implements RunLock {
    private boolean held = true;
    private int releases;

    @Override
    public void release() {
        assertThat(held).as("held before a release").isTrue();
        held = false;
        releases++;
    }

    @Override
    public void acquire() {
        assertThat(held).as("held before an acquisition").isFalse();
        held = true;
    }

    @Override
    public Checkpoint checkpoint() {
        return Checkpoint.NONE;
    }

    /** The releases since the last call. Checks that the lock was taken back after each. */
    int releases() {
        assertThat(held).as("taken back").isTrue();
        int since = releases;
        releases = 0;
        return since;
    }
}
