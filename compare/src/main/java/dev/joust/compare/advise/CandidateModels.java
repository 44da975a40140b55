package dev.joust.compare.advise;

import dev.joust.scenario.TrafficProfile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The models that may serve a traffic: one of each kind that takes an open load, and the one that serves it now. */
final class CandidateModels {
    private static final List<String> USUAL = List.of(
            "vertx-loop", "vertx-loops", "hybrid", "gil-threads", "platform-threads", "virtual-threads", "processes");

    private CandidateModels() {}

    /** @param known the models of this distribution, on any runtime */
    static List<String> of(TrafficProfile profile, Collection<String> known) {
        List<String> models = new ArrayList<>(USUAL);
        profile.models().now().filter(now -> !models.contains(now)).ifPresent(models::add);
        models.retainAll(known);
        models.removeAll(profile.models().cannot());
        return models;
    }
}
