package dev.joust.compare.versus;

import dev.joust.compare.plan.FolderFile;
import dev.joust.compare.plan.FolderWriteException;
import dev.joust.compare.plan.RuntimeVariant;
import dev.joust.compare.plan.VersusCommandLine;
import dev.joust.compare.session.Session;
import dev.joust.scenario.PrintableText;
import dev.joust.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The verdicts on a change, for a terminal and for a pull request.
 *
 * @param verdicts at least one
 */
public record VersusReport(Session session, List<VersusVerdict> verdicts) {

    /** A few lines, ending with a line break. */
    public String text() {
        var text = new StringBuilder();
        for (var verdict : verdicts) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s, %s of %s: %s%n",
                    verdict.scenario().name(),
                    verdict.scenario().judging().primary(),
                    model(verdict.scenario()),
                    verdict.finding()));
            line(text, "base", side(verdict.scenario(), ThreeArms.BASE));
            line(text, "head", side(verdict.scenario(), ThreeArms.HEAD));
            line(text, "base against itself", verdict.pair());
            line(
                    text,
                    "blocks",
                    verdict.blocks() + ", profile " + session.plan().profile());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "  %-20s: %s%n", name, value));
    }

    /** A section for a pull request. */
    public String markdown() {
        var first = verdicts.getFirst().scenario();
        var text = new StringBuilder(String.format(Locale.ROOT, "### Is the change faster? %s\n\n", headline()));
        text.append("| scenario | metric | model | head against base | base against itself | blocks |\n");
        text.append("|---|---|---|---|---|---|\n");
        verdicts.forEach(verdict -> text.append(row(verdict)));
        text.append(String.format(Locale.ROOT, "\n* base: %s\n", code(side(first, ThreeArms.BASE))));
        text.append(String.format(Locale.ROOT, "* head: %s\n", code(side(first, ThreeArms.HEAD))));
        text.append(String.format(
                Locale.ROOT,
                "* machine: %s, %d usable cores, JDK %s\n",
                escaped(session.machine().environment().hardware().processor()),
                session.machine().environment().hardware().usableCores(),
                escaped(session.machine().environment().software().java())));
        text.append(String.format(
                Locale.ROOT,
                "* profile %s, %s; in brackets the interval of the advantage\n",
                session.plan().profile(),
                session.machine().started()));
        VersusCommandLine.of(session.plan().profile(), session.plan().seed(), first)
                .ifPresent(command ->
                        text.append("* again: ").append(code(command)).append('\n'));
        return text.toString();
    }

    /** Writes the Markdown into a file. */
    public void writeMarkdown(Path file) throws FolderWriteException {
        new FolderFile(file.toAbsolutePath()).replace(PrintableText.lines(markdown()));
    }

    private String headline() {
        return verdicts.size() == 1
                ? capital(escaped(verdicts.getFirst().finding()))
                : capital(ChangeOutcome.together(verdicts).words());
    }

    private static String row(VersusVerdict verdict) {
        return verdictCells(verdict).stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static List<String> verdictCells(VersusVerdict verdict) {
        return List.of(
                escaped(verdict.scenario().name()),
                escaped(verdict.scenario().judging().primary().toString()),
                model(verdict.scenario()),
                "**" + escaped(verdict.finding()) + "**",
                escaped(verdict.pair()),
                Integer.toString(verdict.blocks()));
    }

    /** What a side runs on, and its options. */
    private String side(Scenario scenario, String name) {
        var arm = scenario.arm(name);
        var spec = VersusCommandLine.spec(arm);
        return session.instrument().chosenByArms().stream()
                .filter(variant -> arm.runtime().filter(variant.asked()::equals).isPresent())
                .findFirst()
                .map(RuntimeVariant::text)
                .map(found -> arm.options().isEmpty()
                        ? found
                        : found + "; " + options(arm.options().toString()))
                .orElse(spec.equals(ThreeArms.BASE) ? "as the session gives it" : spec);
    }

    private static String options(String map) {
        return "options " + map.substring(1, map.length() - 1);
    }

    private static String model(Scenario scenario) {
        return scenario.arms().getFirst().model();
    }

    private static String code(String text) {
        return "`" + text.replace("`", "'").replace("\n", " ") + "`";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("|", "\\|")
                .replace("\n", " ");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
