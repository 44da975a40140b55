package dev.joust.compare.cli;

import dev.joust.compare.advise.Advice;
import dev.joust.compare.advise.AdviceDocument;
import dev.joust.compare.advise.AdviceDocument.AdviceFiles;
import dev.joust.compare.advise.AdviceText;
import dev.joust.compare.advise.Advisor;
import dev.joust.compare.advise.Arithmetic;
import dev.joust.compare.advise.Decision.DecisionKind;
import dev.joust.compare.advise.ScenarioYaml;
import dev.joust.compare.advise.SustainedSession;
import dev.joust.compare.advise.TrafficScenario;
import dev.joust.compare.plan.FolderFile;
import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.ScenarioRequest;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.verdict.Conclusion;
import dev.joust.scenario.PrintableText;
import dev.joust.scenario.ProfileFile;
import dev.joust.scenario.TrafficProfile;
import dev.joust.trial.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code joust advise}. */
@Command(
        name = "advise",
        mixinStandardHelpOptions = true,
        versionProvider = JoustVersion.class,
        description = "Says which model suits a traffic: by arithmetic what cannot work, by measurement which of the"
                + " others is best, and where that would change.",
        footer = {"", "A stopped session goes on with: joust advise PROFILE --resume DIR"})
public final class AdviseCommand implements Callable<Integer> {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    @Parameters(paramLabel = "PROFILE", description = "A YAML file with the traffic: see docs/advise.md.")
    private Path file;

    @Option(names = "--arithmetic", description = "Stops after the arithmetic, in a second. Nothing is measured.")
    private boolean arithmeticOnly;

    @Option(names = "--all", description = "Also measures the models that the arithmetic rules out.")
    private boolean all;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "The folder of decision records, where that of the advice is written. Default: the session's"
                    + " folder.")
    private Optional<Path> dir;

    @Option(names = "--json", description = "Prints one JSON document. Progress goes to standard error.")
    private boolean json;

    @Option(
            names = "--profile",
            defaultValue = "quick",
            paramLabel = "<profile>",
            description = "How thorough the measurement is: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Profile thoroughness;

    @Mixin
    private final SessionOptions session = new SessionOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var registry = ModelRegistry.found();
        var traffic = new ProfileFile(registry.models()).read(file);
        var arithmetic = Arithmetic.of(file.toString(), traffic, registry.models(), CORES);
        if (!json) {
            System.out.print(arithmetic.text());
        }
        if (arithmeticOnly) {
            print(new AdviceDocument(
                    AdviceDocument.FORMAT,
                    arithmetic,
                    List.of(),
                    Optional.empty(),
                    new AdviceFiles(Optional.empty(), Optional.empty())));
            return ExitCode.HELD.number();
        }
        return measure(traffic, arithmetic, List.copyOf(registry.onJvm()));
    }

    private int measure(TrafficProfile traffic, Arithmetic arithmetic, List<String> measurable)
            throws IOException, InterruptedException {
        int blocks = Math.max(thoroughness.leastBlocks(), Profile.QUICK.leastBlocks());
        var asked = TrafficScenario.of(traffic, arithmetic, all, measurable, blocks);
        if (asked.models().isEmpty()) {
            throw new UsageException(
                    String.format(Locale.ROOT, "%s: no model is left to measure; --all measures all", file));
        }
        PrintStream show = json ? System.err : System.out;
        asked.cautions().stream().map(PrintableText::line).forEach(show::println);
        var folder = session.folder("advise-");
        var scenario = session.resumes() ? resumed(folder, asked) : written(folder, asked, arithmetic);
        var request = ScenarioRequest.of(List.of(scenario.toString()), Set.of(), asked.pods());
        session.run(thoroughness, request, folder, show);
        var sustained = SustainedSession.in(folder, asked.name(), arithmetic::rulesOut);
        var advice = new Advisor(traffic, arithmetic, asked, CORES).advise(sustained);
        if (!json) {
            System.out.print("\n" + new AdviceText(advice, asked.metric().toString(), arithmetic.wanted()).text());
        }
        var written = new AdviceRecord(sustained, folder, traffic.models().now()).write(dir, show);
        print(new AdviceDocument(
                AdviceDocument.FORMAT,
                arithmetic,
                asked.cautions(),
                Optional.of(advice),
                new AdviceFiles(Optional.of(folder.toString()), written.map(Path::toString))));
        return exitCode(advice, sustained).number();
    }

    private void print(AdviceDocument document) {
        if (json) {
            System.out.println(Json.pretty(document));
        }
    }

    /** Writes the scenario beside the session, so that {@code run} can repeat it. */
    private static Path written(Path folder, TrafficScenario asked, Arithmetic arithmetic) throws IOException {
        var scenario = folder.resolve("traffic.yaml");
        if (!Files.exists(folder.resolve("session.json"))) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UsageException(
                        String.format(Locale.ROOT, "the results folder %s cannot be written: %s", folder, e));
            }
            new FolderFile(scenario).replace(new ScenarioYaml(asked.scenario(arithmetic)).text());
        }
        return scenario;
    }

    private static Path resumed(Path folder, TrafficScenario asked) {
        boolean same = SessionFolder.open(folder).readSession().plan().scenarios().stream()
                .anyMatch(scenario -> scenario.name().equals(asked.name()));
        if (!same) {
            throw new UsageException(String.format(
                    Locale.ROOT, "%s is no session of this profile: it has no scenario %s", folder, asked.name()));
        }
        return folder.resolve("traffic.yaml");
    }

    private static ExitCode exitCode(Advice advice, SustainedSession sustained) {
        var conclusion = sustained.whole().judgement().conclusion();
        return conclusion == Conclusion.HELD && advice.decision().kind() == DecisionKind.UNDECIDED
                ? ExitCode.INCONCLUSIVE
                : ExitCode.of(conclusion);
    }
}
