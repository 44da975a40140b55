package dev.joust.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A runner whose test decides the outcomes. It also has a clock, which the script moves. */
final class ScriptedModel implements WorkRunner {
    private final Function<Work, CompletionStage<Outcome>> script;
    final List<Work> units = new ArrayList<>();
    long now;

    ScriptedModel(Function<Work, CompletionStage<Outcome>> script) {
        this.script = script;
    }

    /** A model that runs one unit after another, each in this many nanoseconds, and answers right. */
    static ScriptedModel taking(long nanos) {
        var model = new ScriptedModel[1];
        model[0] = new ScriptedModel(work -> {
            model[0].now += nanos;
            return CompletableFuture.completedStage(new Outcome.Done(work.seed(), 0, 0));
        });
        return model[0];
    }

    NanoClock clock() {
        return () -> now;
    }

    @Override
    public CompletionStage<Outcome> run(Work work) {
        units.add(work);
        return script.apply(work);
    }

    @Override
    public void close() {
        // nothing was started
    }
}
