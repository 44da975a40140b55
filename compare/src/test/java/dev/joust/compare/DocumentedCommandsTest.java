package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.DocumentedCommands.Documented;
import dev.joust.compare.cli.ExitCode;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.ExternalRuntime;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine;

/** Every command of README.md and docs is accepted. Those that take no time and change nothing are run. */
@Isolated("it replaces the standard output")
final class DocumentedCommandsTest {
    private static final Set<String> MAVEN_GOALS = Set.of("clean", "test", "package", "verify", "install");

    private final PrintStream out = System.out;

    @BeforeEach
    void useTheSourcesAndBeQuiet() {
        System.setProperty(
                "joust.home", SourceTree.top().resolve("target/joust").toString());
        System.setProperty(
                "joust.scenarios", SourceTree.top().resolve("compare/scenarios").toString());
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.clearProperty("joust.home");
        System.clearProperty("joust.scenarios");
        System.setOut(out);
    }

    @Test
    void everyJoustCommandIsAccepted() throws Exception {
        var commands = DocumentedCommands.startingWith("./joust");
        assertThat(commands).isNotEmpty();
        for (var command : commands) {
            assertAccepted(command);
        }
    }

    @Test
    void cheapCommandsRun() throws Exception {
        assertThat(Joust.run("--help")).isZero();
        assertThat(Joust.run("list")).isZero();
        var published = SourceTree.top().resolve("compare/published").toString();
        assertThat(Joust.run("judge", published)).isNotIn(ExitCode.USAGE.number(), ExitCode.INTERNAL.number());
    }

    @Test
    void everyMavenCommandNamesGoalsModulesAndProfilesThatExist() throws Exception {
        var poms = new StringBuilder();
        for (var pom : SourceTree.files("pom.xml")) {
            poms.append(Files.readString(pom));
        }
        var commands = DocumentedCommands.startingWith("mvn");
        assertThat(commands).isNotEmpty();
        for (var command : commands) {
            assertThat(mistakes(command.words(), poms.toString()))
                    .as(command.toString())
                    .isEmpty();
        }
    }

    @Test
    void aCommandThatDoesNotExistIsFound() throws Exception {
        assertThat(problem(List.of("run", "--profil", "full"))).contains("--profil");
        assertThat(problem(List.of("run", "no-such-scenario"))).contains("no-such-scenario");
        assertThat(problem(List.of("run", "cpu-bound", "--models", "gil"))).contains("gil");
        assertThat(problem(List.of("rnu"))).contains("rnu");
        assertThat(mistakes(List.of("mvn", "verfy", "-pl", "nowhere", "-Pnone"), "<id>fidelity</id>"))
                .containsExactly("verfy", "nowhere", "-Pnone");
    }

    private static void assertAccepted(Documented command) throws Exception {
        assertThat(problem(command.words().subList(1, command.words().size())))
                .as(command.toString())
                .isEmpty();
    }

    /** What is wrong with the arguments of a command; empty when nothing is. */
    private static String problem(List<String> arguments) throws Exception {
        CommandLine.ParseResult parsed;
        try {
            parsed = Joust.commandLine().parseArgs(arguments.toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            return e.getMessage();
        }
        if (!parsed.hasSubcommand() || !parsed.subcommand().commandSpec().name().equals("run")) {
            return "";
        }
        var run = parsed.subcommand();
        var scenarios = run.matchedPositionalValue(0, List.<String>of());
        var models =
                run.matchedOptionValue("--models", Set.<String>of()).stream().filter(name -> !models().contains(name));
        // a reader's own scenario may be for models of their own
        boolean onlyJousts = scenarios.stream().allMatch(name -> !name.endsWith(".yaml"));
        return Stream.concat(
                        scenarios.stream()
                                .filter(name -> !name.endsWith(".yaml")
                                        && !ownScenarios().contains(name)),
                        onlyJousts ? models : Stream.empty())
                .collect(Collectors.joining(" "));
    }

    private static Set<String> ownScenarios() {
        try {
            return SourceTree.files(".yaml").stream()
                    .filter(file -> file.startsWith(SourceTree.top().resolve("compare/scenarios")))
                    .map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> models() {
        return Stream.concat(
                        ServiceLoader.load(ConcurrencyModel.class).stream()
                                .map(model -> model.get().name()),
                        ServiceLoader.load(ExternalRuntime.class).stream()
                                .flatMap(runtime -> runtime.get().models().stream()))
                .collect(Collectors.toSet());
    }

    private static List<String> mistakes(List<String> words, String poms) {
        return Stream.iterate(1, i -> i < words.size(), i -> i + 1)
                .filter(i -> !isKnown(words.get(i), words.get(i - 1), poms))
                .map(words::get)
                .toList();
    }

    private static boolean isKnown(String word, String before, String poms) {
        if (before.equals("-pl")) {
            return Stream.of(word.split(","))
                    .allMatch(module -> Files.exists(SourceTree.top().resolve(Path.of(module, "pom.xml"))));
        }
        return MAVEN_GOALS.contains(word)
                || word.matches("[\\w.]+:[\\w-]+:[\\w-]+")
                || word.matches("-(am|pl|B|ntp|q|o)|-D\\S+|--also-make")
                || word.startsWith("-P") && poms.contains("<id>" + word.substring(2) + "</id>");
    }
}
