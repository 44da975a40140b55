package dev.joust.compare.cli;

import dev.joust.compare.plan.Distribution;
import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.ScenarioFiles;
import dev.joust.compare.plan.Selection;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code joust article}. */
@Command(
        name = "article",
        mixinStandardHelpOptions = true,
        versionProvider = JoustVersion.class,
        description =
                "Puts an article about CPython's lock to the test, on CPython and on the JVM side by side, and prints its statements as a ledger. Takes about 20 minutes.")
public final class ArticleCommand implements Callable<Integer>, SessionOptions.Request {
    @Mixin
    private final SessionOptions session = new SessionOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return session.run(this);
    }

    @Override
    public Profile profile() {
        return Profile.ARTICLE;
    }

    @Override
    public Selection.Chosen chosen(ModelRegistry roster) {
        return new Selection(Profile.ARTICLE, Set.of())
                .of(new ScenarioFiles(Distribution.scenarios(), roster.options()).article());
    }
}
