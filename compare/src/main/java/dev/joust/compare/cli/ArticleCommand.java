package dev.joust.compare.cli;

import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.ScenarioRequest;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code joust article}. */
@Command(
        name = "article",
        mixinStandardHelpOptions = true,
        versionProvider = JoustVersion.class,
        description =
                "Tests the statements of an article about CPython's lock, on CPython and on the JVM, and prints the"
                        + " finding beside each statement. Takes about 20 minutes.",
        footer = {"", "A stopped session goes on with: joust article --resume DIR"})
public final class ArticleCommand implements Callable<Integer> {
    @Mixin
    private final SessionOptions session = new SessionOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return session.run(Profile.ARTICLE, ScenarioRequest.article());
    }
}
