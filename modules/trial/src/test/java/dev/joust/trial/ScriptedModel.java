package dev.joust.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A runner whose outcomes, and the time they take on a clock that it moves itself, are written by the test. */
final class ScriptedModel implements WorkRunner {
    private final Function<Work, CompletionStage<Outcome>> script;
    final List<Work> units = new ArrayList<>();
    long now;

    ScriptedModel(Function<Work, CompletionStage<Outcome>> script) {
        this.script = script;
    }

    /** Every unit takes so long by the clock, one after the other, and is answered rightly. */
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
