package dev.joust.compare.advise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where arithmetic and measurement contradict each other. It is said first: one of the two is wrong about this traffic.
 *
 * @param dropped the models that do not sustain the traffic, and why
 * @param deadline of the class that decides, in seconds
 */
record Disagreements(
        Arithmetic arithmetic, List<MeasuredModel> models, Map<String, String> dropped, Optional<Double> deadline) {
    /** Smaller differences are not judged, in arithmetic as in a session of six blocks. */
    private static final double MARGIN = 1.25;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (var model : models) {
            arithmetic.forecast(model.model()).ifPresent(forecast -> check(lines, model, forecast));
        }
        for (int i = 0; i < models.size(); i++) {
            for (int j = i + 1; j < models.size(); j++) {
                order(lines, models.get(i), models.get(j));
            }
        }
        return List.copyOf(lines);
    }

    private void check(List<String> lines, MeasuredModel model, Forecast forecast) {
        boolean sustains = !dropped.containsKey(model.model()) && model.mean().isPresent();
        if (!forecast.works() && sustains && contradicts(forecast, model.mean().orElseThrow())) {
            lines.add(String.format(
                    Locale.ROOT,
                    "arithmetic rules %s out (%s), but it sustains the traffic: %s takes %s on average",
                    model.model(),
                    forecast.because(),
                    arithmetic.wanted(),
                    AdviceNumbers.time(model.mean().orElseThrow())));
        }
        if (forecast.works() && forecast.kind().hasWait() && dropped.containsKey(model.model())) {
            lines.add(String.format(
                    Locale.ROOT,
                    "by arithmetic %s works (%s), but it does not sustain the traffic: %s",
                    model.model(),
                    forecast.because(),
                    dropped.get(model.model())));
        }
    }

    /** To sustain a traffic for which there is no time, or to answer in a time that cannot be kept on average. */
    private boolean contradicts(Forecast forecast, double mean) {
        return forecast.classes().isEmpty()
                || deadline.filter(limit -> mean <= limit
                                && forecast.response(arithmetic.wanted()).orElse(0.0) > limit)
                        .isPresent();
    }

    private void order(List<String> lines, MeasuredModel one, MeasuredModel other) {
        if (one.expected().steady().isEmpty()
                || other.expected().steady().isEmpty()
                || one.mean().isEmpty()
                || other.mean().isEmpty()) {
            return;
        }
        double expected =
                one.expected().steady().get() / other.expected().steady().get();
        double measured = one.mean().get() / other.mean().get();
        if (expected * MARGIN < 1 && measured > MARGIN) {
            lines.add(line(one, other));
        } else if (expected > MARGIN && measured * MARGIN < 1) {
            lines.add(line(other, one));
        }
    }

    private static String line(MeasuredModel expectedSooner, MeasuredModel other) {
        return String.format(
                Locale.ROOT,
                "by arithmetic %s answers sooner than %s (%s and %s), measured it answers later (%s and %s)",
                expectedSooner.model(),
                other.model(),
                AdviceNumbers.time(expectedSooner.expected().steady().orElseThrow()),
                AdviceNumbers.time(other.expected().steady().orElseThrow()),
                AdviceNumbers.time(expectedSooner.mean().orElseThrow()),
                AdviceNumbers.time(other.mean().orElseThrow()));
    }
}
