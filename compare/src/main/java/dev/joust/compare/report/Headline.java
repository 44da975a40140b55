package dev.joust.compare.report;

import dev.joust.compare.report.WinnerReport.WinnerKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a session found, in sentences for a reader who knows no statistics: what wins where, and how sure that is.
 *
 * @param verdict the first sentence
 * @param details the comparisons one by one, the claims, and how far the session can be believed
 */
public record Headline(String verdict, List<String> details) {
    private static final int MAX_NAMED = 8;

    /** How a comparison ended. Where nobody wins, the arms that still might are left out. */
    private record Ending(WinnerKind kind, List<String> arms) {
        static Ending of(WinnerReport winner) {
            boolean decided = winner.kind() == WinnerKind.SOLE || winner.kind() == WinnerKind.TIED;
            return new Ending(winner.kind(), decided ? winner.arms() : List.of());
        }

        String in(List<String> titles) {
            var first = WinnerReport.enumerated(arms);
            var where = WinnerReport.enumerated(titles);
            return switch (kind) {
                case SOLE -> String.format(Locale.ROOT, "%s wins %s", first, where);
                case TIED -> String.format(Locale.ROOT, "%s tie in %s", first, where);
                case UNDECIDED -> where + (titles.size() == 1 ? " is undecided" : " are undecided");
                case ON_MACHINE -> where + (titles.size() == 1 ? " depends" : " depend") + " on the machine";
                case WITHHELD, DISTURBED, UNJUDGED, CONTROL ->
                    where + (titles.size() == 1 ? " is not judged" : " are not judged");
            };
        }
    }

    static Headline of(Report report) {
        return switch (report.heading().status()) {
            case DISTURBED -> withheld("the machine was disturbed while this was measured");
            case CONTAMINATED -> withheld("a control gave a wrong answer, so this measurement cannot be believed");
            case UNJUDGED ->
                new Headline(
                        String.format(
                                Locale.ROOT,
                                "Nothing is judged: profile %s shows only that the models run.",
                                report.heading().profile().name()),
                        List.of());
            case SHARD -> new Headline("Nothing is judged: this is one shard of a plan.", List.of());
            case SOUND, UNDERPOWERED, UNCONTROLLED -> found(report);
        };
    }

    private static Headline withheld(String reason) {
        return new Headline(String.format(Locale.ROOT, "No winner is named: %s.", reason), List.of());
    }

    private static Headline found(Report report) {
        var comparisons = report.questions();
        List<String> details = new ArrayList<>();
        if (comparisons.size() > 1) {
            details.add(comparisons.size() > MAX_NAMED ? counted(comparisons) : named(comparisons));
        }
        report.scaling().sweeps().stream()
                .flatMap(sweep -> sweep.crossovers().stream())
                .flatMap(crossover -> crossover.found().stream()
                        .map(found -> String.format(
                                Locale.ROOT, "Expected: %s; measured: %s.", crossover.claim(), found.text())))
                .forEach(details::add);
        report.context().leftOut().forEach(line -> details.add(line + "."));
        details.add(claims(report.tally()));
        details.add(sureness(report.heading().status()));
        details.add(report.falseDecisions());
        details.removeIf(String::isEmpty);
        return new Headline(verdict(report, comparisons), List.copyOf(details));
    }

    private static String sureness(StatusReport status) {
        return status.sound()
                ? "Every control gave its known answer."
                : String.format(Locale.ROOT, "Caution: %s.", status.meaning());
    }

    private static String verdict(Report report, List<ScenarioReport> comparisons) {
        return switch (comparisons.size()) {
            case 0 -> sweeps(report.scaling().sweeps());
            case 1 -> only(report.heading().profile(), comparisons.getFirst());
            default -> firsts(comparisons);
        };
    }

    private static String sweeps(List<SweepReport> sweeps) {
        var parameters = sweeps.stream()
                .map(sweep -> sweep.heading().parameter())
                .distinct()
                .toList();
        return parameters.isEmpty()
                ? "No models are compared in this session."
                : String.format(
                        Locale.ROOT,
                        "Models are compared for several values of %s.",
                        WinnerReport.enumerated(parameters));
    }

    private static String only(ProfileReport profile, ScenarioReport scenario) {
        var winner = scenario.winner();
        var by = winner.byHowMuch(profile)
                .map(text -> winner.kind() == WinnerKind.SOLE ? " by a factor of " + text : ", " + text)
                .orElse("");
        return Ending.of(winner).in(List.of(scenario.question().title())) + by + ".";
    }

    /** The models that are first most often. */
    private static String firsts(List<ScenarioReport> comparisons) {
        Map<String, Long> firsts = comparisons.stream()
                .flatMap(scenario -> Ending.of(scenario.winner()).arms().stream())
                .collect(Collectors.groupingBy(arm -> arm, LinkedHashMap::new, Collectors.counting()));
        if (firsts.isEmpty()) {
            return String.format(Locale.ROOT, "None of %d comparisons is decided.", comparisons.size());
        }
        long most = firsts.values().stream().max(Long::compare).orElseThrow();
        var best =
                firsts.keySet().stream().filter(arm -> firsts.get(arm) == most).toList();
        return String.format(
                Locale.ROOT,
                "%s %s first, alone or tied, in %d of %d comparisons.",
                WinnerReport.enumerated(best),
                best.size() == 1 ? "is" : "are each",
                most,
                comparisons.size());
    }

    /** Each comparison, those that ended alike in one clause. */
    private static String named(List<ScenarioReport> comparisons) {
        Map<Ending, List<String>> titles = new LinkedHashMap<>();
        for (var kind : WinnerKind.values()) {
            comparisons.stream()
                    .filter(scenario -> scenario.winner().kind() == kind)
                    .forEach(scenario -> titles.computeIfAbsent(Ending.of(scenario.winner()), _ -> new ArrayList<>())
                            .add(scenario.question().title()));
        }
        return titles.entrySet().stream()
                .map(each -> each.getKey().in(each.getValue()))
                .collect(Collectors.joining("; ", "", "."));
    }

    private static String counted(List<ScenarioReport> comparisons) {
        return Stream.of(WinnerKind.values())
                .map(kind -> Map.entry(
                        kind,
                        comparisons.stream()
                                .filter(scenario -> scenario.winner().kind() == kind)
                                .count()))
                .filter(each -> each.getValue() > 0)
                .map(each -> String.format(Locale.ROOT, "%s: %d", word(each.getKey()), each.getValue()))
                .collect(Collectors.joining(", ", "Comparisons with ", "."));
    }

    private static String word(WinnerKind kind) {
        return switch (kind) {
            case SOLE -> "one winner";
            case TIED -> "a tie";
            case UNDECIDED -> "no decision";
            case ON_MACHINE -> "a winner that depends on the machine";
            case WITHHELD, DISTURBED, UNJUDGED, CONTROL -> "no verdict";
        };
    }

    private static String claims(String tally) {
        if (tally.isEmpty()) {
            return "";
        }
        return tally.matches("(?!1 )\\d+ held")
                ? String.format(Locale.ROOT, "All %s claims held.", tally.replace(" held", ""))
                : String.format(Locale.ROOT, "Claims: %s.", tally);
    }
}
