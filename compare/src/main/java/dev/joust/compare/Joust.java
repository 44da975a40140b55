package dev.joust.compare;

import dev.joust.compare.cli.AdrCommand;
import dev.joust.compare.cli.AdviseCommand;
import dev.joust.compare.cli.ArticleCommand;
import dev.joust.compare.cli.CausesCommand;
import dev.joust.compare.cli.DiffCommand;
import dev.joust.compare.cli.ExitCode;
import dev.joust.compare.cli.ExportCommand;
import dev.joust.compare.cli.FaultLog;
import dev.joust.compare.cli.FidelityCommand;
import dev.joust.compare.cli.JobCommand;
import dev.joust.compare.cli.JoustVersion;
import dev.joust.compare.cli.JudgeCommand;
import dev.joust.compare.cli.ListCommand;
import dev.joust.compare.cli.MergeCommand;
import dev.joust.compare.cli.ReportCommand;
import dev.joust.compare.cli.RunCommand;
import dev.joust.compare.cli.ServeCommand;
import dev.joust.compare.cli.ServeModelCommand;
import dev.joust.compare.cli.TimelineCommand;
import dev.joust.compare.cli.VersusCommand;
import dev.joust.compare.machine.SessionLockedException;
import dev.joust.compare.plan.FolderWriteException;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.service.SharedServiceException;
import dev.joust.scenario.BadScenarioException;
import dev.joust.scenario.PrintableText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
            JobCommand.class,
            ArticleCommand.class,
            JudgeCommand.class,
            MergeCommand.class,
            VersusCommand.class,
            CausesCommand.class,
            ReportCommand.class,
            AdviseCommand.class,
            AdrCommand.class,
            DiffCommand.class,
            ExportCommand.class,
            ServeCommand.class,
            ServeModelCommand.class,
            ListCommand.class,
            FidelityCommand.class,
            TimelineCommand.class,
            AutoComplete.GenerateCompletion.class,
            HelpCommand.class
        })
public final class Joust implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    private Joust() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command in this process and returns its exit code. */
    public static int run(String... args) {
        return run(commandLine(), args);
    }

    /** Runs a command. What it throws, an {@code Error} too, is one line on standard error. */
    static int run(CommandLine joust, String... args) {
        try {
            return joust.setExecutionStrategy(Joust::runKnown)
                    .setParameterExceptionHandler((e, line) -> reportUsage(e.getCommandLine(), e))
                    .setExecutionExceptionHandler((e, command, line) -> report(command, e))
                    .execute(args);
        } catch (RuntimeException | Error e) {
            return reportFault(joust, e);
        }
    }

    /** The commands and their options. */
    static CommandLine commandLine() {
        var joust = new CommandLine(new Joust()).setCaseInsensitiveEnumValuesAllowed(true);
        listExitCodes(joust, ExitCode.ofSessions());
        for (var name : List.of("run", "article", "judge", "merge")) {
            listExitCodes(joust.getSubcommands().get(name), ExitCode.ofSessions());
        }
        listExitCodes(joust.getSubcommands().get("versus"), ExitCode.ofVersus());
        listExitCodes(joust.getSubcommands().get("fidelity"), ExitCode.ofFidelity());
        listExitCodes(joust.getSubcommands().get("advise"), ExitCode.ofAdvice());
        listExitCodes(joust.getSubcommands().get("causes"), ExitCode.ofCauses());
        listExitCodes(joust.getSubcommands().get("adr"), ExitCode.ofAdr());
        listExitCodes(joust.getSubcommands().get("diff"), ExitCode.ofDiff());
        return joust;
    }

    private static void listExitCodes(CommandLine command, Map<String, String> meanings) {
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(meanings);
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
                throw new ParameterException(
                        level, String.format(Locale.ROOT, "unknown argument '%s'", unknown.getFirst()));
            }
        }
        return new RunLast().execute(parsed);
    }

    private static int reportUsage(CommandLine command, Exception e) {
        PrintWriter err = command.getErr();
        err.println("joust: " + message(command, e));
        err.println("try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.number();
    }

    /** Names the known commands where an unknown one was given. */
    private static String message(CommandLine command, Exception e) {
        var unknown = e instanceof ParameterException ? command.getParseResult().unmatched() : List.<String>of();
        boolean isCommand = command.getParent() == null
                && !unknown.isEmpty()
                && !unknown.getFirst().startsWith("-");
        return isCommand
                ? String.format(
                        Locale.ROOT,
                        "unknown command '%s'; known: %s",
                        unknown.getFirst(),
                        String.join(", ", command.getSubcommands().keySet()))
                : e.getMessage();
    }

    private static int report(CommandLine command, Exception e) {
        return switch (e) {
            case BadScenarioException bad -> reportLine(command, bad, ExitCode.USAGE);
            case UsageException usage -> reportLine(command, usage, ExitCode.USAGE);
            case SessionLockedException locked -> reportLine(command, locked, ExitCode.USAGE);
            case SharedServiceException shared -> reportLine(command, shared, ExitCode.NOT_BELIEVED);
            case FolderWriteException unwritten -> reportLine(command, unwritten, ExitCode.INTERNAL);
            case InterruptedException interrupted -> ExitCode.INTERRUPTED.number();
            default -> reportFault(command, e);
        };
    }

    private static int reportFault(CommandLine command, Throwable fault) {
        command.getErr().println("joust: " + FaultLog.usual().record(fault));
        return ExitCode.INTERNAL.number();
    }

    private static int reportLine(CommandLine command, Exception e, ExitCode exitCode) {
        command.getErr().println("joust: " + PrintableText.line(e.getMessage()));
        return exitCode.number();
    }
}
