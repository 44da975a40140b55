package dev.joust.compare.fidelity;

import dev.joust.fidelity.Answer;
import dev.joust.fidelity.LockSetting;
import dev.joust.fidelity.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Answers as probes give them on a quiet machine, to be changed one at a time. */
final class Answers {
    private final List<Probed> all = new ArrayList<>();

    Answers slices(int round, Arm arm, int threads, double... millis) {
        double[] owners = new double[millis.length];
        for (int i = 0; i < owners.length; i++) {
            owners[i] = i % threads;
        }
        return add(
                round,
                arm,
                Questions.slices(threads, Questions.USUAL),
                Map.of(
                        "slices", list(millis),
                        "owners", list(owners),
                        "switches", list(200),
                        "spun", list(1)));
    }

    Answers overshoot(int round, Arm arm, double... millis) {
        return add(round, arm, Questions.overshoot(1, Questions.USUAL), Map.of("overshoot", list(millis)));
    }

    Answers add(int round, Arm arm, String key, Map<String, List<Double>> values) {
        var order = new Order(key, new LockSetting(LockSetting.Kind.FIFO, 5000, 0), 1, 1, 0);
        all.add(new Probed(round, arm, key, order, new Answer.Samples("CPython 3", values)));
        return this;
    }

    List<Probed> list() {
        return all;
    }

    static List<Double> list(double... values) {
        return Arrays.stream(values).boxed().toList();
    }
}
