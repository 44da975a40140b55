package dev.joust.trial;

import java.util.ArrayList;
import java.util.List;

/** A kernel that becomes faster as a script says. No clock is read, and nothing is computed. */
final class ScriptedKernel implements TimedKernel {
    private record Phase(double untilMillis, double rate) {}

    private final List<Phase> phases = new ArrayList<>();
    private double spent;

    /** Computes this many units per millisecond until it has computed for this long; the last phase goes on. */
    ScriptedKernel until(double millis, double rate) {
        phases.add(new Phase(millis, rate));
        return this;
    }

    @Override
    public double millis(long units) {
        double left = units;
        double before = spent;
        for (var phase : phases) {
            double possible = (phase.untilMillis() - spent) * phase.rate();
            if (phase == phases.getLast() || left <= possible) {
                spent += left / phase.rate();
                return spent - before;
            }
            if (possible > 0) {
                left -= possible;
                spent = phase.untilMillis();
            }
        }
        throw new IllegalStateException("a script without phases");
    }

    /** How long it has computed so far. */
    double spentMillis() {
        return spent;
    }
}
