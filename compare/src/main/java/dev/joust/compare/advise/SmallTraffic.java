package dev.joust.compare.advise;

import dev.joust.compare.report.ArmReport;
import dev.joust.compare.report.ArmState;
import dev.joust.compare.report.ScenarioReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When not to optimise: the article on CPython's lock says that a service that computes less than one core need not
 * care which model it has. This says so where it applies, and how far the measurement agrees.
 *
 * @param wanted the class of traffic that decides
 */
record SmallTraffic(TrafficDemand demand, String wanted, ScenarioReport report, String margin) {
    private static final double ONE_CORE = 1;
    private static final double SAME = 1.25;
    private static final int UNITS = 10_000;
    private static final double MOST = 1_000;
    private static final double STEP = 1.1;

    /** Empty where the traffic is not small. */
    Optional<String> text() {
        if (demand.cpu() >= ONE_CORE) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "The traffic computes %s of a core, less than one; the article then expects that the model does not"
                        + " matter. %s",
                AdviceNumbers.number(demand.cpu()),
                measured()));
    }

    private String measured() {
        var behind = report.arms().stream()
                .filter(arm -> arm.result().state() == ArmState.BEHIND)
                .toList();
        if (!behind.isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "Measured at this traffic that is wrong: %s.",
                    behind.stream().map(SmallTraffic::behind).collect(Collectors.joining(", ")));
        }
        boolean tied = report.arms().size() > 1
                && report.arms().stream().allMatch(arm -> arm.result().state() == ArmState.TIE);
        return tied
                ? String.format(
                        Locale.ROOT,
                        "Measured at this traffic that is right: all %d models that sustain it tie within %s. %s",
                        report.arms().size(),
                        margin,
                        range())
                : "The session does not show it.";
    }

    private static String behind(ArmReport arm) {
        return arm.label().name()
                + arm.result()
                        .ratioToBest()
                        .map(ratio ->
                                String.format(Locale.ROOT, " is %s %s times worse", ratio.text(), ratio.interval()))
                        .orElse(" is behind");
    }

    /** How much the traffic can grow until a model falls behind by arithmetic. */
    private String range() {
        var models = report.arms().stream().map(arm -> arm.label().name()).toList();
        if (!alike(models, demand)) {
            return "By arithmetic the models differ already.";
        }
        double times = 1;
        while (times < MOST && alike(models, grown(times * STEP))) {
            times *= STEP;
        }
        return times >= MOST
                ? "By arithmetic nothing changes up to a thousand times the traffic."
                : String.format(
                        Locale.ROOT,
                        "By arithmetic it stays so up to %.1f times this traffic, %s of a core.",
                        times,
                        AdviceNumbers.number(times * demand.cpu()));
    }

    private TrafficDemand grown(double times) {
        return demand.with(type -> type.withRate(times));
    }

    private boolean alike(List<String> models, TrafficDemand of) {
        if (of.cpu() >= of.cores()) {
            return false;
        }
        var forecaster = new Forecaster(of, UNITS);
        var forecasts = models.stream().map(forecaster::of).toList();
        var times = forecasts.stream()
                .filter(forecast -> forecast.kind().hasWait())
                .flatMap(forecast -> forecast.response(wanted).stream())
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        return forecasts.stream().allMatch(Forecast::works)
                && (times.getCount() == 0 || times.getMax() <= SAME * times.getMin());
    }
}
