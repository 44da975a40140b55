package dev.joust.compare.cli;

import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.versus.ChangeOutcome;
import dev.joust.compare.versus.SideSpec;
import dev.joust.compare.versus.VersusReport;
import dev.joust.compare.versus.VersusRequest;
import dev.joust.compare.versus.VersusVerdict;
import dev.joust.scenario.PrintableText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code joust versus}. */
@Command(
        name = "versus",
        mixinStandardHelpOptions = true,
        versionProvider = JoustVersion.class,
        description = "Is a change faster? Runs one model as BASE, as HEAD and as BASE again, in turn, and says whether"
                + " HEAD is faster, slower, or no different.",
        footer = {
            "",
            "BASE and HEAD are each the word base, a YAML file, or a list such as",
            "  java=/opt/jdk-26/bin/java,flags=-XX:+UseZGC,jars=mine.jar,python=PATH,option.interval=1ms",
            "A stopped session goes on with: joust versus BASE HEAD --resume DIR"
        })
public final class VersusCommand implements Callable<Integer> {
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,2})?)\\s*%?");

    @Parameters(index = "0", paramLabel = "BASE", description = "What the model runs on now.")
    private String base;

    @Parameters(index = "1", paramLabel = "HEAD", description = "What it runs on with the change.")
    private String head;

    @Option(
            names = "--scenario",
            split = ",",
            defaultValue = "cpu-bound",
            paramLabel = "NAME",
            description = "One or more of Joust's scenarios, or YAML files. Default: ${DEFAULT-VALUE}.")
    private List<String> scenarios;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "The model that runs. Default: virtual-threads where a scenario lists it, else the first that"
                    + " fits. A jar may bring another.")
    private Optional<String> model;

    @Option(
            names = "--profile",
            defaultValue = "full",
            description = "How thorough: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}. The others run the first"
                    + " compiler alone, and tell little about a JDK or about flags.")
    private Profile profile;

    @Option(
            names = "--within",
            paramLabel = "PERCENT",
            description = "The difference that matters, such as 10%%. A smaller one is no difference. Default: the"
                    + " margin of the profile, 5%% in full and 25%% in quick.")
    private Optional<String> within;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Also writes the verdict for a pull request.")
    private Optional<Path> markdown;

    @Mixin
    private final SessionOptions session = new SessionOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var request = VersusRequest.of(scenarios, model, SideSpec.parse(base), SideSpec.parse(head))
                .within(within.map(VersusCommand::share));
        var judged = session.measure(profile, request, request.python(), session.folder("versus-"), System.out);
        var verdicts = VersusVerdict.of(judged);
        if (verdicts.isEmpty()) {
            throw new UsageException("the session compares no BASE with a HEAD; judge it with: joust judge DIR");
        }
        var report = new VersusReport(judged.session(), verdicts);
        System.out.print(PrintableText.lines("\n" + report.text()));
        if (markdown.isPresent()) {
            report.writeMarkdown(markdown.get());
        }
        return ExitCode.of(ChangeOutcome.together(verdicts)).number();
    }

    private static double share(String text) {
        var number = PERCENT.matcher(text.strip());
        double percent = number.matches() ? Double.parseDouble(number.group(1)) : 0;
        if (percent <= 0 || percent > 100) {
            throw new UsageException(String.format(Locale.ROOT, "--within takes above 0%% to 100%%, found '%s'", text));
        }
        return percent / 100;
    }
}
