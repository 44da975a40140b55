package dev.joust.compare.advise;

import dev.joust.compare.advise.Decision.DecisionKind;
import dev.joust.compare.report.RatioReport;
import dev.joust.compare.report.ScenarioReport;
import dev.joust.compare.report.StatusReport;
import dev.joust.compare.report.TieBreak;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.scenario.TrafficProfile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the advice from what arithmetic said and what a session found.
 *
 * @param cores of this machine
 */
public record Advisor(TrafficProfile profile, Arithmetic arithmetic, TrafficScenario asked, int cores) {

    public Advice advise(SustainedSession session) {
        var demand = TrafficDemand.of(profile, cores);
        var wanted = arithmetic.wanted();
        boolean means = asked.metric().quantity() != Quantity.SLO_CAPACITY;
        var measured = new MeasuredModels(demand, asked.trial().time().toNanos() / 1e9, wanted, means, session).all();
        var decision = decision(session);
        if (decision.kind() == DecisionKind.WITHHELD) {
            return new Advice(decision, List.of(), measured, List.of(), Optional.empty());
        }
        var deadline = demand.type(wanted).deadline();
        return new Advice(
                decision,
                new Disagreements(arithmetic, measured, session.dropped(), deadline).lines(),
                measured,
                decision.model()
                        .map(model -> new Sensitivity(demand, model, other(session, model), wanted).nearest())
                        .orElse(List.of()),
                new SmallTraffic(demand, wanted, session.scenarioReport(), margin(session)).text());
    }

    /** The one that comes nearest to the chosen model, or is as good. */
    private static String other(SustainedSession session, String chosen) {
        var winner = session.scenarioReport().winner();
        return winner.lead()
                .map(lead -> lead.over())
                .or(() -> winner.arms().stream()
                        .filter(arm -> !arm.equals(chosen))
                        .findFirst())
                .orElse(chosen);
    }

    private static String margin(SustainedSession session) {
        return session.report().heading().profile().marginText();
    }

    private Decision decision(SustainedSession session) {
        var status = session.report().heading().status();
        var scenario = session.scenarioReport();
        if (status != StatusReport.SOUND && status != StatusReport.UNCONTROLLED) {
            return new Decision(
                    DecisionKind.WITHHELD,
                    Optional.empty(),
                    String.format(Locale.ROOT, "no advice: the session is %s: %s", status.word(), status.meaning()));
        }
        if (session.dropped().size() == session.models().size()) {
            return new Decision(
                    DecisionKind.UNDECIDED,
                    Optional.empty(),
                    "no advice: no model that was measured sustains the traffic" + now(session));
        }
        if (scenario.arms().size() < 2) {
            return withoutRival(session, scenario);
        }
        return switch (scenario.winner().kind()) {
            case SOLE -> sole(session, scenario);
            case TIED -> tied(session, scenario);
            case UNDECIDED, ON_MACHINE -> undecided(session, scenario);
            case WITHHELD, DISTURBED, UNJUDGED, CONTROL ->
                new Decision(
                        DecisionKind.WITHHELD,
                        Optional.empty(),
                        "no advice: " + scenario.winner().text());
        };
    }

    private Decision withoutRival(SustainedSession session, ScenarioReport scenario) {
        var only = scenario.arms().getFirst();
        var name = only.label().name();
        return only.result().median().isEmpty()
                ? new Decision(
                        DecisionKind.UNDECIDED,
                        Optional.empty(),
                        String.format(Locale.ROOT, "no advice: %s has no value%s", name, now(session)))
                : chosen(session, name, "it is the only one of those measured that sustains the traffic");
    }

    private Decision sole(SustainedSession session, ScenarioReport scenario) {
        var winner = scenario.winner();
        var profileReport = session.report().heading().profile();
        return chosen(
                session,
                winner.arms().getFirst(),
                "it wins, " + winner.byHowMuch(profileReport).orElse("by how much is not known"));
    }

    private Decision tied(SustainedSession session, ScenarioReport scenario) {
        var tied = scenario.winner().arms();
        var words =
                String.format(Locale.ROOT, "%s tie for the best within %s", String.join(", ", tied), margin(session));
        var now = profile.models().now().filter(tied::contains);
        if (now.isPresent()) {
            return chosen(session, now.get(), words);
        }
        var least = TieBreak.between(
                tied, session.costs(), session.report().heading().profile().margin(), RatioReport::withInterval);
        return chosen(session, least.chosen(), words + "; " + String.join("; ", least.reasons()));
    }

    private Decision undecided(SustainedSession session, ScenarioReport scenario) {
        var winner = scenario.winner();
        return new Decision(
                DecisionKind.UNDECIDED,
                Optional.empty(),
                String.format(
                        Locale.ROOT,
                        "no advice yet: %s; %s%s",
                        winner.text(),
                        scenario.question().metric().smallestEffectText().orElse("more blocks may tell them apart"),
                        now(session)));
    }

    private Decision chosen(SustainedSession session, String model, String because) {
        var now = profile.models().now();
        boolean stay = now.filter(model::equals).isPresent();
        return new Decision(
                stay ? DecisionKind.STAY : DecisionKind.CHOOSE,
                Optional.of(model),
                String.format(
                        Locale.ROOT,
                        "%s: %s%s",
                        stay ? "stay as you are, with " + model : "choose " + model,
                        because,
                        stay ? "" : now(session)));
    }

    /** What the session says of the model that runs now, where it is not the best. */
    private String now(SustainedSession session) {
        return profile.models()
                .now()
                .map(model -> session.reason(model)
                        .or(() -> session.scenarioReport()
                                .arm(model)
                                .flatMap(arm -> arm.result().ratioToBest())
                                .map(ratio -> String.format(
                                        Locale.ROOT,
                                        "%s, which runs now, is %s %s times worse",
                                        model,
                                        ratio.text(),
                                        ratio.interval())))
                        .orElse(model + ", which runs now, has no ratio to it"))
                .map(text -> "; " + text)
                .orElse("");
    }
}
