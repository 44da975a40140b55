package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.processes.Assignments.AssignedJob;
import dev.joust.trial.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AssignmentsTest {
    private static final int ALL = Integer.MAX_VALUE;

    private final Assignments<String> assignments = new Assignments<>(new WorkerCapacity(1, 3));

    @Test
    void waitingJobsAreAssignedInTheOrderOfTheirSubmission() {
        var jobs = jobs(3);
        assertThat(assignments.next(0)).isEmpty();
        assertThat(joined("a")).containsExactly(jobs.get(0));
        assertThat(joined("b")).containsExactly(jobs.get(1));
        assertThat(answer("a", 1, 5_000_000)).isSameAs(jobs.get(0));
        assertThat(refilled("a")).containsExactly(jobs.get(2));
    }

    @Test
    void aJobGoesToAFreeWorkerAtOnceAndToOneOnly() {
        joined("a");
        jobs(2);
        assertThat(assignments.next(0).orElseThrow().worker()).isEqualTo("a");
        assertThat(assignments.next(0)).isEmpty();
        assertThat(assignments.workers()).containsExactly("a");
    }

    @Test
    void aJobIsTakenOnceAndOnlyByItsTag() {
        joined("a");
        var jobs = jobs(1);
        assignments.next(0);
        assertThat(assignments.take("a", done(2, 1))).isEmpty();
        assertThat(assignments.take("b", done(1, 1))).isEmpty();
        assertThat(assignments.take("a", done(1, 1))).containsSame(jobs.getFirst());
        assertThat(assignments.take("a", done(1, 1))).isEmpty();
        assertThat(assignments.remove("a", ALL).lost()).isEmpty();
    }

    @Test
    void jobsOfAClassThatIsNotKnownToBeShortDoNotLieReady() {
        jobs(5);
        assertThat(joined("a")).hasSize(1);
        answer("a", 1, 600_000);
        assertThat(refilled("a")).as("two would take longer than a millisecond").hasSize(1);
    }

    @Test
    void shortJobsLieReadyUpToAMillisecondInSumAndUpToTheCapacity() {
        jobs(20);
        joined("a");
        answer("a", 1, 300_000);
        assertThat(refilled("a")).as("of 0.3 ms each").hasSize(3);
        joined("b");
        answer("b", 1, 0); // the mean approaches zero
        IntStream.rangeClosed(2, 4).forEach(tag -> answer("a", tag, 0));
        assertThat(refilled("a")).as("one that runs and three that lie ready").hasSize(4);
    }

    @Test
    void aLongJobIsNotAssignedBehindShortOnesNorAreTheyAssignedBehindIt() {
        assignments.add(job(0));
        joined("a");
        answer("a", 1, 1_000);
        assignments.add(job(0));
        assignments.add(job(1)); // of another class, without a measurement
        assignments.add(job(0));
        assertThat(refilled("a")).hasSize(1);
    }

    @Test
    void jobsAreSharedOutEvenlyAmongWorkersWithSeveralThreads() {
        var threads = new Assignments<String>(new WorkerCapacity(4, 0));
        threads.join("a");
        threads.join("b");
        threads.refill("a", 0);
        threads.refill("b", 0);
        IntStream.range(0, 4).forEach(i -> threads.add(job(0)));
        assertThat(IntStream.range(0, 4)
                        .mapToObj(i -> threads.next(0).orElseThrow().worker()))
                .containsExactlyInAnyOrder("a", "a", "b", "b");
    }

    @Test
    void aWorkerWithSeveralThreadsGetsAUnitForEachAndNoneLiesReady() {
        var threads = new Assignments<String>(new WorkerCapacity(2, 3));
        IntStream.range(0, 9).forEach(i -> threads.add(job(0)));
        threads.join("a");
        assertThat(threads.refill("a", 0)).hasSize(2);
        threads.take("a", done(1, 0));
        assertThat(threads.refill("a", 0)).hasSize(1);
    }

    @Test
    void aWorkerWithAFreeThreadGetsOneUnitAfterTheOther() {
        var threads = new Assignments<String>(new WorkerCapacity(2, 3));
        threads.join("a");
        threads.refill("a", 0);
        IntStream.range(0, 3).forEach(i -> threads.add(job(0)));
        assertThat(threads.next(0)).isPresent();
        assertThat(threads.next(0)).isPresent();
        assertThat(threads.next(0)).isEmpty();
    }

    @Test
    void aWorkerThatWasRemovedGetsNothing() {
        joined("a");
        assertThat(assignments.remove("a", ALL).lost()).isEmpty();
        jobs(1);
        assertThat(assignments.next(0)).isEmpty();
        assertThat(assignments.refill("a", 0)).isEmpty();
        assertThat(assignments.workers()).isEmpty();
    }

    @Test
    void jobsThatAWorkerHadNotBegunWaitAgainBeforeAllOthers() {
        var jobs = jobs(6);
        joined("a");
        answer("a", 1, 1_000);
        assertThat(refilled("a")).containsExactlyElementsOf(jobs.subList(1, 5));
        assertThat(assignments.remove("a", 3).lost()).containsExactly(jobs.get(1), jobs.get(2));
        assertThat(assignments.drain()).containsExactly(jobs.get(3), jobs.get(4), jobs.get(5));
    }

    @Test
    void aJobWithARetryIsTriedAgainOnce() {
        var job = new Job("unit", new ParentMessage.UnitTask(0, 1), List.of(), 1);
        assignments.add(job);
        joined("a");
        assertThat(assignments.remove("a", ALL).lost()).isEmpty();
        joined("b");
        assertThat(assignments.remove("b", ALL).lost())
                .hasSize(1)
                .first()
                .extracting(Job::outcome)
                .isSameAs(job.outcome());
    }

    @Test
    void aWorkerThatHasHadAJobForLongerThanTheDeadlineIsOverdue() {
        jobs(2);
        assignments.join("a");
        assignments.refill("a", 100);
        assignments.join("b");
        assignments.refill("b", 200);
        assertThat(assignments.overdue(1_150, Duration.ofNanos(1_000))).containsExactly("a");
        answer("a", 1, 1);
        assertThat(assignments.overdue(1_150, Duration.ofNanos(1_000))).isEmpty();
    }

    @Test
    void waitingJobsCanBeTakenBack() {
        var jobs = jobs(1);
        assertThat(assignments.waiting()).isEqualTo(1);
        assertThat(assignments.drain()).containsExactlyElementsOf(jobs);
        assertThat(joined("a")).isEmpty();
    }

    private List<Job> joined(String worker) {
        assignments.join(worker);
        return refilled(worker);
    }

    private List<Job> refilled(String worker) {
        return assignments.refill(worker, 0).stream().map(AssignedJob::job).toList();
    }

    private Job answer(String worker, int tag, long nanos) {
        return assignments.take(worker, done(tag, nanos)).orElseThrow();
    }

    private List<Job> jobs(int number) {
        var jobs = IntStream.range(0, number).mapToObj(i -> job(0)).toList();
        jobs.forEach(assignments::add);
        return jobs;
    }

    private static WorkerReply.TaskResult done(int tag, long nanos) {
        return new WorkerReply.TaskResult(tag, nanos, new Outcome.Done(1, 0, 0));
    }

    private static Job job(int id) {
        return new Job("unit", new ParentMessage.UnitTask(id, 4711), List.of(), 0);
    }
}
