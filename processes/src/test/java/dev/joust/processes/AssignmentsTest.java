package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AssignmentsTest {
    private final Assignments<String> assignments = new Assignments<>();

    @Test
    void jobsThatWaitAreTakenInTheOrderInWhichTheyCame() {
        var jobs = new Job[] {job(0), job(1), job(2)};
        for (var job : jobs) {
            assertThat(assignments.add(job)).isEmpty();
        }
        assertThat(assignments.ready("a")).containsSame(jobs[0]);
        assertThat(assignments.ready("b")).containsSame(jobs[1]);
        assertThat(assignments.take("a")).containsSame(jobs[0]);
        assertThat(assignments.ready("a")).containsSame(jobs[2]);
    }

    @Test
    void aJobGoesToAnIdleWorkerAtOnceAndToOneOnly() {
        assertThat(assignments.ready("a")).isEmpty();
        assertThat(assignments.add(job(0))).contains("a");
        assertThat(assignments.add(job(1))).isEmpty();
        assertThat(assignments.workers()).containsExactly("a");
    }

    @Test
    void aJobIsTakenOnce() {
        assignments.ready("a");
        var job = job(0);
        assignments.add(job);
        assertThat(assignments.take("a")).containsSame(job);
        assertThat(assignments.take("a")).isEmpty();
        assertThat(assignments.remove("a")).isEmpty();
    }

    @Test
    void aWorkerThatWasRemovedIsGivenNothing() {
        assignments.ready("a");
        assertThat(assignments.remove("a")).isEmpty();
        assertThat(assignments.add(job(0))).isEmpty();
        assertThat(assignments.workers()).isEmpty();
    }

    @Test
    void whatWaitsCanBeTakenBack() {
        var job = job(0);
        assignments.add(job);
        assertThat(assignments.drain()).containsExactly(job);
        assertThat(assignments.ready("a")).isEmpty();
    }

    private static Job job(long seed) {
        return new Job(new Order.Unit(0, seed));
    }
}
