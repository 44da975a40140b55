package dev.joust.compare.fidelity;

import dev.joust.fidelity.LockSetting;
import dev.joust.fidelity.ProbeAnswer;
import dev.joust.fidelity.ProbeOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Answers of probes on a quiet machine; a test changes one at a time. */
final class Answers {
    private final List<ProbeResult> all = new ArrayList<>();

    Answers slices(int round, LockUnderTest arm, int threads, double... millis) {
        double[] owners = new double[millis.length];
        for (int i = 0; i < owners.length; i++) {
            owners[i] = i % threads;
        }
        return add(
                round,
                arm,
                ProbeCases.slices(threads, ProbeCases.USUAL),
                Map.of(
                        "slices", list(millis),
                        "owners", list(owners),
                        "switches", list(200),
                        "spun", list(1)));
    }

    Answers overshoot(int round, LockUnderTest arm, double... millis) {
        return add(round, arm, ProbeCases.overshoot(1, ProbeCases.USUAL), Map.of("overshoot", list(millis)));
    }

    Answers add(int round, LockUnderTest arm, String key, Map<String, List<Double>> values) {
        var order = new ProbeOrder(key, new LockSetting(LockSetting.LockKind.FIFO, 5000, 0), 1, 1, 0);
        all.add(new ProbeResult(round, arm, key, order, new ProbeAnswer.ProbeSamples("CPython 3", values)));
        return this;
    }

    List<ProbeResult> list() {
        return all;
    }

    static List<Double> list(double... values) {
        return Arrays.stream(values).boxed().toList();
    }
}
