package dev.joust.compare.report;

import dev.joust.compare.fidelity.Fidelity;
import dev.joust.compare.fidelity.LockFinding;
import dev.joust.compare.fidelity.LockFinding.FindingOutcome;
import dev.joust.compare.fidelity.Spread;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fidelity table as text. */
public record FidelityText(Fidelity fidelity) {

    /** For a terminal. */
    public String plain() {
        var text = new StringBuilder(headline())
                .append("\n\n")
                .append(figures().plain())
                .append('\n');
        controls().forEach(line -> text.append(line).append('\n'));
        if (!fidelity.notes().isEmpty()) {
            text.append(String.format(
                    Locale.ROOT, "%s notes, in fidelity.md\n", fidelity.notes().size()));
        }
        return text.toString();
    }

    /** As GitHub shows it. */
    public String markdown() {
        var text = new StringBuilder("# How faithful is the lock?\n\n**")
                .append(headline())
                .append("**\n\n");
        text.append(setting()).append(".\n\n").append(figures().markdown()).append('\n');
        controls().forEach(line -> text.append("* ").append(Table.escaped(line)).append('\n'));
        fidelity.notes()
                .forEach(note -> text.append("* ").append(Table.escaped(note)).append('\n'));
        return text.toString();
    }

    String setting() {
        var setting = fidelity.setting();
        return String.format(
                Locale.ROOT,
                "%s, %s form, hand-off %s, %s, %s",
                String.join(" and ", setting.runtimes()),
                setting.form(),
                setting.handOff(),
                setting.machine(),
                setting.started());
    }

    /** The result in one line. */
    String headline() {
        long required =
                fidelity.findings().stream().filter(LockFinding::decides).count();
        long missed = fidelity.findings().stream().filter(LockFinding::fails).count();
        long open = fidelity.findings().stream().filter(LockFinding::open).count();
        long inconclusive = fidelity.findings().stream()
                .filter(finding -> finding.open() && finding.outcome() == FindingOutcome.INCONCLUSIVE)
                .count();
        return String.format(
                Locale.ROOT,
                "%s: of %d required figures %d held, %d missed, %d inconclusive, %d not measured",
                fidelity.status().name().toLowerCase(Locale.ROOT),
                required,
                required - missed - open,
                missed,
                inconclusive,
                open - inconclusive);
    }

    /** The negative controls, one line each. */
    List<String> controls() {
        return fidelity.controls().stream().map(FidelityText::line).toList();
    }

    private static String line(Fidelity.NegativeControl control) {
        if (!control.measured()) {
            return String.format(Locale.ROOT, "negative control %s: not measured", control.name());
        }
        return control.caughtBy().isEmpty()
                ? String.format(
                        Locale.ROOT, "negative control %s: NOT DETECTED, so this table proves nothing", control.name())
                : String.format(
                        Locale.ROOT,
                        "negative control %s: detected by row %s",
                        control.name(),
                        control.caughtBy().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    /** The figures of both locks, side by side. */
    Table figures() {
        return new Table(
                "Medians over the rounds, minimum and maximum in brackets; rows in parentheses are shown, not required",
                List.of(
                        Table.words("row"),
                        Table.words("quantity"),
                        Table.numbers("CPython"),
                        Table.numbers("Java"),
                        Table.numbers("Java / CPython"),
                        Table.words("verdict"),
                        Table.words("tolerance")),
                fidelity.findings().stream().map(FidelityText::row).toList());
    }

    private static List<String> row(LockFinding finding) {
        var name = finding.name();
        return List.of(
                name.required() ? Integer.toString(name.row()) : String.format(Locale.ROOT, "(%d)", name.row()),
                String.format(Locale.ROOT, "%s; %s", name.quantity(), name.figure()),
                figure(finding.cpython()),
                figure(finding.java()),
                ratio(finding),
                finding.outcome().word(),
                finding.tolerance());
    }

    private static String figure(Optional<Spread> spread) {
        return spread.map(s -> s.rounds() == 1
                        ? Numbers.figure(s.median())
                        : String.format(
                                Locale.ROOT,
                                "%s [%s, %s]",
                                Numbers.figure(s.median()),
                                Numbers.figure(s.least()),
                                Numbers.figure(s.most())))
                .orElse(Numbers.ABSENT);
    }

    private static String ratio(LockFinding finding) {
        return finding.cpython()
                .filter(c -> c.median() != 0)
                .flatMap(c -> finding.java().map(j -> String.format(Locale.ROOT, "%.3f", j.median() / c.median())))
                .orElse(Numbers.ABSENT);
    }
}
