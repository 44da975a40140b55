package dev.joust.trial;

import dev.joust.scenario.WorkClass;
import java.util.List;

/**
 * The units of a trial, in order. The n-th unit of a class has the same seed, and so the same answer, in every model
 * and runtime. For the driver's thread.
 */
final class UnitSequence {
    private final List<WorkClass> classes;
    private final long seed;
    private final long[] next;

    UnitSequence(List<WorkClass> classes, long seed) {
        this.classes = classes;
        this.seed = seed;
        this.next = new long[classes.size()];
    }

    /** The next unit of the class at this index of the workload. */
    Work next(int workClass) {
        return unit(workClass, next[workClass]++);
    }

    /** The unit with this number, from 0. */
    Work unit(int workClass, long number) {
        var type = classes.get(workClass);
        return new Work(type.name(), Digest.child(Digest.child(seed, workClass), number), type.steps());
    }

    /** The classes of a batch, by weight and evenly spread: smooth weighted round robin, as in nginx. */
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
