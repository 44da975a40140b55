package dev.joust.compare.advise;

import dev.joust.compare.advise.MeasuredModel.ExpectedResponse;
import dev.joust.compare.advise.MeasuredModel.MeasuredLoop;
import dev.joust.compare.advise.QueueSimulation.Span;
import dev.joust.compare.report.ArmReport;
import dev.joust.compare.report.ScenarioReport;
import dev.joust.compare.session.Result;
import dev.joust.compare.verdict.ResponseTimes;
import dev.joust.trial.Activity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Sets what a session measured beside what arithmetic says of trials of the same length.
 *
 * @param trialSeconds the length of a trial
 * @param wanted the class of traffic that decides
 * @param means whether the trials have mean response times; a search for the capacity has none
 */
record MeasuredModels(
        TrafficDemand demand, double trialSeconds, String wanted, boolean means, SustainedSession session) {
    /** So many units in all trials that their mean is known to a few percent. */
    private static final double SIMULATED_UNITS = 200_000;

    List<MeasuredModel> all() {
        var report = session.scenarioReport();
        return session.models().stream().map(model -> measured(model, report)).toList();
    }

    private MeasuredModel measured(String model, ScenarioReport report) {
        var trials = session.trials(model);
        var arm = report.arm(model);
        return new MeasuredModel(
                model,
                means ? expected(model, trials) : ExpectedResponse.NONE,
                means ? mean(trials) : Optional.empty(),
                arm.map(found -> value(found, report)).orElse("-"),
                arm.map(found -> found.result().state().word()).orElse("does not sustain the traffic"));
    }

    private static String value(ArmReport arm, ScenarioReport report) {
        return arm.result()
                .median()
                .map(median -> String.format(
                        Locale.ROOT,
                        "%s %s",
                        AdviceNumbers.number(median),
                        report.question().metric().unit()))
                .orElse("-");
    }

    private ExpectedResponse expected(String model, List<Result> trials) {
        return new ExpectedResponse(
                known(new Forecaster(demand, Forecaster.UNITS).of(model)),
                inTrials(model, demand),
                ModelKind.of(model) == ModelKind.ONE_LOOP ? loop(model, trials) : Optional.empty());
    }

    private Optional<Double> inTrials(String model, TrafficDemand of) {
        int trials = (int) Math.ceil(SIMULATED_UNITS / demand.perSecond(_ -> 1) / trialSeconds);
        return known(new Forecaster(of, new Span(trialSeconds, trials)).of(model));
    }

    private Optional<Double> known(Forecast forecast) {
        return forecast.kind().hasWait() ? forecast.response(wanted) : Optional.empty();
    }

    private Optional<MeasuredLoop> loop(String model, List<Result> trials) {
        var busy = trials.stream()
                .flatMap(trial -> trial.measurement().stream())
                .flatMap(found ->
                        Optional.ofNullable(found.totals().counters().get(Activity.meanName(Activity.LOOP_BUSY)))
                                .stream())
                .mapToDouble(Double::doubleValue)
                .average();
        if (busy.isEmpty()) {
            return Optional.empty();
        }
        double expected = demand.cpu() / demand.oneThread().speed();
        double visits = demand.perSecond(type -> type.stretches().size());
        double cost = Math.max(0, (busy.getAsDouble() - expected) / visits);
        return Optional.of(new MeasuredLoop(
                busy.getAsDouble(), cost, inTrials(model, demand.with(type -> type.withVisitCost(cost)))));
    }

    private Optional<Double> mean(List<Result> trials) {
        var classes = trials.stream()
                .flatMap(trial -> trial.measurement().stream())
                .flatMap(found -> Optional.ofNullable(found.classes().get(wanted)).stream())
                .toList();
        return classes.isEmpty()
                ? Optional.empty()
                : Optional.of(ResponseTimes.of(classes).merged().getMean() / 1e9);
    }
}
