package dev.joust.compare.report.build;

import dev.joust.compare.session.DisturbanceNote;
import dev.joust.compare.session.Session;
import dev.joust.compare.verdict.Evidence;
import dev.joust.compare.verdict.Judgement;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.compare.verdict.ServiceDistance;
import dev.joust.trial.JvmVariables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what the numbers of a session do not show. */
record CaveatsBuilder(Session session, Judgement judgement, List<DisturbanceNote> notes) {
    private static final double WORTH_A_CAVEAT = 0.95;

    /** What the numbers do not show, in the spirit of JMH's closing words. */
    List<String> caveats() {
        List<String> caveats = new ArrayList<>(new DisturbanceCaveats(session, judgement, notes).lines());
        JvmVariables.cautions(session.instrument().ignoredVariables()).forEach(caution -> caveats.add(caution + "."));
        double drift = judgement.scenarios().stream()
                .map(ScenarioJudgement::evidence)
                .mapToDouble(CaveatsBuilder::drift)
                .reduce(1, Math::min);
        if (drift < WORTH_A_CAVEAT) {
            caveats.add(String.format(
                    Locale.ROOT,
                    "The machine was slower when the work was sized than later: a kernel then took %.0f %% of "
                            + "its time. The analytic limits are those of the faster machine.",
                    100 * drift));
        }
        caveats.add(where() + " Other cores, another clock speed or a busy neighbour can change a verdict.");
        caveats.add(service());
        caveats.add("Each scenario has one mix of work, one payload size and one number of units in flight. "
                + "Nothing between or beyond them was measured.");
        caveats.add("The numbers hold for these versions of runtimes and libraries, with these flags. "
                + "Another version can have another JIT, collector or scheduler.");
        caveats.add("Trials last seconds after a short warm-up. "
                + "They do not show leaks, fragmentation, long collections or daily peaks.");
        caveats.add("The JVM models imitate CPython's interpreter lock, so they show the mechanism. "
                + "For absolute numbers of CPython, measure CPython.");
        if (session.instrument().runtimes().values().stream()
                .anyMatch(runtimes -> runtimes.command().isPresent())) {
            caveats.add("A trial on another runtime than the JVM has a driver in its own language. "
                    + "The cost of that driver is not the one above, and counts against its models.");
        }
        caveats.add("Inconclusive is not a tie. "
                + "A difference below the smallest one that the scenario could have found may still exist.");
        caveats.add("An interval says how certain a number is, not why it is so. "
                + "Before you act on it, find the mechanism, and measure on your own machine.");
        return caveats;
    }

    private String where() {
        return session.hosts().isPresent()
                ? String.format(
                        Locale.ROOT,
                        "These numbers hold for these %d machines, on the days when they ran. Times and rates of one"
                                + " machine do not compare with those of another.",
                        new MachinesContextBuilder(session, judgement)
                                .machineNames()
                                .size())
                : String.format(
                        Locale.ROOT,
                        "These numbers hold for one machine with %s, on one day.",
                        ContextReportBuilder.cores(
                                session.machine().environment().hardware().usableCores()));
    }

    /** An arm that chooses a faster runtime takes less than its calibrated time, and that is its finding. */
    private static double drift(Evidence evidence) {
        return evidence.scenario().arms().stream()
                .filter(arm -> arm.runtime().isEmpty())
                .flatMapToDouble(arm -> evidence.scenario().workload().kernels().stream()
                        .flatMap(kernel -> evidence.checks().all().stream()
                                .map(checks -> checks.drift().least(arm, kernel)))
                        .mapToDouble(Double::doubleValue))
                .reduce(1, Math::min);
    }

    private String service() {
        var distances = ServiceDistance.of(judgement);
        if (distances.isEmpty()) {
            return "The service answers over loopback: no network delay, no loss, no congestion, no TLS. "
                    + "It shares the cores with the models that call it.";
        }
        return distances.stream()
                        .map(ServiceDistance::text)
                        .collect(Collectors.joining("; ", "By its round trip ", ". "))
                + "On another network, or beside other traffic, the order of the models can differ. There is no TLS.";
    }
}
