package dev.joust.quarkus;

import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Models;
import dev.joust.trial.TrialMain;
import java.io.IOException;
import java.util.List;

/** The trial process with Quarkus' models. */
public final class QuarkusTrialMain {
    private QuarkusTrialMain() {}

    /** Takes no arguments: the order comes on standard input. */
    public static void main(String[] args) throws IOException {
        List<ConcurrencyModel> models = List.copyOf(QuarkusModel.all());
        TrialMain.run(() -> Models.of(models));
    }
}
