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
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line. */
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
            "Exit codes: 0 all claims held, 1 a claim refuted, 2 inconclusive, 64 usage or a bad scenario, 70 internal, 130 interrupted."
        })
public final class Joust {
    public static final int USAGE = 64;
    static final int INTERNAL = 70;
    static final int INTERRUPTED = 130;

    private static final System.Logger LOG = System.getLogger(Joust.class.getName());

    private Joust() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command in this process and gives its exit code. */
    public static int run(String... args) {
        return new CommandLine(new Joust())
                .setParameterExceptionHandler((e, line) -> usage(e.getCommandLine(), e))
                .setExecutionExceptionHandler((e, command, line) -> failed(command, e))
                .execute(args);
    }

    private static int usage(CommandLine command, Exception e) {
        PrintWriter err = command.getErr();
        err.println("joust: " + e.getMessage());
        err.println("try: " + command.getCommandSpec().qualifiedName() + " --help");
        return USAGE;
    }

    private static int failed(CommandLine command, Exception e) {
        return switch (e) {
            case BadScenarioException bad -> said(command, bad, USAGE);
            case UsageException usage -> said(command, usage, USAGE);
            case SessionLockedException locked -> said(command, locked, USAGE);
            case InterruptedException interrupted -> INTERRUPTED;
            default -> {
                LOG.log(System.Logger.Level.ERROR, "this should not have happened", e);
                yield INTERNAL;
            }
        };
    }

    private static int said(CommandLine command, Exception e, int code) {
        command.getErr().println("joust: " + e.getMessage());
        return code;
    }
}
