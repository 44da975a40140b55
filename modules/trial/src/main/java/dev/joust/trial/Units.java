package dev.joust.trial;

import dev.joust.scenario.WorkClass;
import java.util.List;

/**
 * The units of a trial, in order: the n-th unit of a class has the same seed, and so the same answer, in every model and runtime.
 * For the driver's thread.
 */
final class Units {
    private final List<WorkClass> classes;
    private final long seed;
    private final long[] next;

    Units(List<WorkClass> classes, long seed) {
        this.classes = classes;
        this.seed = seed;
        this.next = new long[classes.size()];
    }

    /** The next unit of a class, by its place in the workload. */
    Work next(int workClass) {
        return unit(workClass, next[workClass]++);
    }

    /** The unit of that number. */
    Work unit(int workClass, long number) {
        var type = classes.get(workClass);
        return new Work(type.name(), Digest.child(Digest.child(seed, workClass), number), type.steps());
    }

    /** The classes of a batch of so many units, by their weights, spread evenly (smooth weighted round robin, as in nginx). */
    int[] batch(int units) {
        int total = classes.stream().mapToInt(WorkClass::weight).sum();
        int[] credit = new int[classes.size()];
        int[] order = new int[units];
        for (int i = 0; i < units; i++) {
            int richest = 0;
            for (int c = 0; c < credit.length; c++) {
                credit[c] += classes.get(c).weight();
                richest = credit[c] > credit[richest] ? c : richest;
            }
            credit[richest] -= total;
            order[i] = richest;
        }
        return order;
    }
}
