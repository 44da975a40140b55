package dev.joust.compare;

import dev.joust.compare.cli.ArticleCommand;
import dev.joust.compare.cli.FidelityCommand;
import dev.joust.compare.cli.JoustVersion;
import dev.joust.compare.cli.JudgeCommand;
import dev.joust.compare.cli.ListCommand;
import dev.joust.compare.cli.ReportCommand;
import dev.joust.compare.cli.RunCommand;
import dev.joust.compare.cli.ServeCommand;
import dev.joust.compare.machine.SessionLockedException;
import dev.joust.compare.plan.UsageException;
import dev.joust.scenario.BadScenarioException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/** The program {@code joust}: runs the command that its arguments name. */
@Command(
        name = "joust",
        description = "Which concurrency model wins your workload? Measured, not assumed.",
        mixinStandardHelpOptions = true,
        versionProvider = JoustVersion.class,
        subcommands = {
            RunCommand.class,
            ArticleCommand.class,
            JudgeCommand.class,
            ReportCommand.class,
            ServeCommand.class,
            ListCommand.class,
            FidelityCommand.class,
            AutoComplete.GenerateCompletion.class,
            HelpCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 all claims held, 1 a claim refuted, 2 inconclusive, 64 usage or a bad scenario, 70 internal,"
                    + " 130 interrupted by SIGINT, 143 stopped by SIGTERM."
        })
public final class Joust implements Callable<Integer> {
    public static final int USAGE = 64;
    static final int INTERNAL = 70;
    static final int INTERRUPTED = 130;

    private static final System.Logger LOG = System.getLogger(Joust.class.getName());

    @Spec
    private CommandSpec spec;

    private Joust() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command in this process and returns its exit code. */
    public static int run(String... args) {
        return new CommandLine(new Joust())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(Joust::runKnown)
                .setParameterExceptionHandler((e, line) -> reportUsage(e.getCommandLine(), e))
                .setExecutionExceptionHandler((e, command, line) -> report(command, e))
                .execute(args);
    }

    /** Without a command, prints the help. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 0;
    }

    /** Runs the last command. Picocli ignores an unknown command beside {@code --help}; here it is an error. */
    private static int runKnown(ParseResult parsed) {
        for (var level : parsed.asCommandLineList()) {
            var unknown = level.getParseResult().unmatched();
            if (!unknown.isEmpty()) {
                throw new ParameterException(level, "unknown argument '%s'".formatted(unknown.getFirst()));
            }
        }
        return new RunLast().execute(parsed);
    }

    private static int reportUsage(CommandLine command, Exception e) {
        PrintWriter err = command.getErr();
        err.println("joust: " + message(command, e));
        err.println("try: " + command.getCommandSpec().qualifiedName() + " --help");
        return USAGE;
    }

    /** Names the known commands where an unknown one was given. */
    private static String message(CommandLine command, Exception e) {
        var unknown =
                e instanceof ParameterException ? command.getParseResult().unmatched() : java.util.List.<String>of();
        boolean isCommand = command.getParent() == null
                && !unknown.isEmpty()
                && !unknown.getFirst().startsWith("-");
        return isCommand
                ? "unknown command '%s'; known: %s"
                        .formatted(
                                unknown.getFirst(),
                                String.join(", ", command.getSubcommands().keySet()))
                : e.getMessage();
    }

    private static int report(CommandLine command, Exception e) {
        return switch (e) {
            case BadScenarioException bad -> reportLine(command, bad);
            case UsageException usage -> reportLine(command, usage);
            case SessionLockedException locked -> reportLine(command, locked);
            case InterruptedException interrupted -> INTERRUPTED;
            default -> {
                LOG.log(System.Logger.Level.ERROR, "internal error", e);
                yield INTERNAL;
            }
        };
    }

    private static int reportLine(CommandLine command, Exception e) {
        command.getErr().println("joust: " + e.getMessage());
        return USAGE;
    }
}
