package dev.joust.compare.advise;

import dev.joust.compare.advise.TrafficDemand.Servers;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Units that come back to the same servers after each pause, simulated one by one. No formula has their wait: units
 * that waited behind a long computation go on together, and meet again. Every stretch is served to its end, first come,
 * first served, as a loop does it, or a carrier of virtual threads. The seed is fixed, so the result is too.
 */
record QueueSimulation(TrafficDemand demand, Servers servers) {
    private static final long SEED = 247_441;

    /**
     * How long it is.
     *
     * @param seconds of each trial; it starts without a unit
     */
    record Span(double seconds, int trials) {}

    /** A unit that asks for a server. */
    private record Visit(double time, long number, int type, int stretch, double waited) {}

    /** How long the units of each class wait on average, over all their visits, in seconds. */
    Map<String, Double> meanWaits(Span span) {
        int types = demand.classes().size();
        double[] waited = new double[types];
        long[] units = new long[types];
        for (int trial = 0; trial < span.trials(); trial++) {
            simulate(new SplittableRandom(SEED + trial), span.seconds(), waited, units);
        }
        Map<String, Double> means = new LinkedHashMap<>();
        for (int i = 0; i < types; i++) {
            means.put(demand.classes().get(i).name(), units[i] == 0 ? 0 : waited[i] / units[i]);
        }
        return means;
    }

    private void simulate(SplittableRandom random, double seconds, double[] waited, long[] units) {
        var visits =
                new PriorityQueue<Visit>(Comparator.comparingDouble(Visit::time).thenComparingLong(Visit::number));
        double[] freeAt = new double[servers.number()];
        long number = 0;
        for (int i = 0; i < waited.length; i++) {
            number = arrive(visits, new Visit(0, number, i, 0, 0), random, seconds);
        }
        while (!visits.isEmpty()) {
            var visit = visits.remove();
            var type = demand.classes().get(visit.type());
            if (visit.stretch() == 0) {
                number = arrive(visits, new Visit(visit.time(), number, visit.type(), 0, 0), random, seconds);
            }
            int server = earliest(freeAt);
            double start = Math.max(visit.time(), freeAt[server]);
            double end = start + type.stretches().get(visit.stretch()).cpu() / servers.speed();
            double sum = visit.waited() + start - visit.time();
            freeAt[server] = end;
            if (visit.stretch() < type.pauses().size()) {
                double back = end + type.pauses().get(visit.stretch());
                visits.add(new Visit(back, number++, visit.type(), visit.stretch() + 1, sum));
            } else {
                waited[visit.type()] += sum;
                units[visit.type()]++;
            }
        }
    }

    /** Adds the next unit of a class, unless it comes after the end. Returns the next number. */
    private long arrive(PriorityQueue<Visit> visits, Visit last, SplittableRandom random, double seconds) {
        double rate = demand.classes().get(last.type()).rate();
        double time = last.time() - Math.log(1 - random.nextDouble()) / rate;
        if (time < seconds) {
            visits.add(new Visit(time, last.number(), last.type(), 0, 0));
        }
        return last.number() + 1;
    }

    private static int earliest(double[] freeAt) {
        int earliest = 0;
        for (int i = 1; i < freeAt.length; i++) {
            if (freeAt[i] < freeAt[earliest]) {
                earliest = i;
            }
        }
        return earliest;
    }
}
