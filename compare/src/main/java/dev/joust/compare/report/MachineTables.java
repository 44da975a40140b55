package dev.joust.compare.report;

import static dev.joust.compare.report.Table.numbers;
import static dev.joust.compare.report.Table.words;

import dev.joust.compare.report.MachinesContext.HostFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of a session of several machines. Ratios alone are compared, never times or rates across machines. */
final class MachineTables {
    private static final String TOGETHER = "these machines";
    private static final String ALIKE = "machines like these";

    private MachineTables() {}

    /** Each claim on each machine, on these machines together, and on machines like these. */
    static Table claims(ScenarioReport scenario) {
        return new Table(
                "Each claim by machine: how many times better the first arm is, from the blocks of that machine alone",
                List.of(
                        words("machine"),
                        words("verdict"),
                        numbers("times better"),
                        numbers("interval"),
                        numbers("confidence"),
                        numbers("blocks"),
                        words("claim")),
                scenario.claims().stream()
                        .flatMap(claim -> claim.machines().stream().flatMap(across -> rows(claim, across).stream()))
                        .toList());
    }

    /** The claim stands beside its first machine. */
    private static List<List<String>> rows(ClaimReport claim, AcrossMachinesReport across) {
        List<List<String>> rows = new ArrayList<>();
        for (var one : across.machines()) {
            rows.add(row(
                    one.machine(),
                    one.outcome().word(),
                    Optional.of(one.measured()),
                    rows.isEmpty() ? claim.claim() : ""));
        }
        rows.add(row(TOGETHER, claim.outcome().word(), claim.measured(), ""));
        var alike = across.alike();
        rows.add(row(
                ALIKE,
                alike.measured().isEmpty() ? "not claimed" : alike.outcome().word(),
                alike.measured(),
                ""));
        return rows;
    }

    private static List<String> row(String machine, String verdict, Optional<RatioReport> measured, String claim) {
        return List.of(
                machine,
                verdict,
                measured.map(RatioReport::text).orElse(Numbers.ABSENT),
                measured.map(RatioReport::interval).orElse(""),
                measured.map(ratio -> String.format(Locale.ROOT, "%.1f %%", 100 * ratio.confidence()))
                        .orElse(""),
                measured.map(ratio -> count(machine, ratio)).orElse(""),
                claim);
    }

    private static String count(String machine, RatioReport ratio) {
        return machine.equals(ALIKE) ? ratio.blocks() + " machines" : Integer.toString(ratio.blocks());
    }

    /** The environments side by side; empty in a session of one machine. */
    static Table environments(Report report) {
        var hosts = report.context().machines().map(MachinesContext::hosts).orElse(List.of());
        if (hosts.isEmpty()) {
            return new Table("", List.of(), List.of());
        }
        var names = hosts.getFirst().facts().stream().map(Fact::name).toList();
        List<Table.Column> columns = new ArrayList<>(List.of(words("host")));
        names.forEach(name -> columns.add(words(name)));
        return new Table(
                "The machines side by side; they differ in: " + different(names, hosts),
                columns,
                hosts.stream()
                        .map(host -> Stream.concat(
                                        Stream.of(host.host()),
                                        host.facts().stream().map(Fact::value))
                                .toList())
                        .toList());
    }

    private static String different(List<String> names, List<HostFacts> hosts) {
        List<String> different = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int fact = i;
            if (hosts.stream()
                            .map(host -> host.facts().get(fact).value())
                            .distinct()
                            .count()
                    > 1) {
                different.add(names.get(i));
            }
        }
        return different.isEmpty() ? "nothing listed here" : String.join(", ", different);
    }
}
