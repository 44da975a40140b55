package dev.joust.processes;

import dev.joust.scenario.Step;
import dev.joust.trial.TaskBody;
import dev.joust.trial.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Numbers the classes of work in the order in which they come, and keeps the frame that tells a worker of each. */
final class Definitions {
    /**
     * A class of work.
     *
     * @param frame that defines it
     * @param payloads the bodies that come with each of its units
     */
    record Definition(int id, byte[] frame, List<byte[]> payloads) {}

    private record WorkKind(String name, List<Step> steps) {}

    private final Map<WorkKind, Definition> known = new HashMap<>();
    private final List<Definition> all = new ArrayList<>();
    private final TaskBody body;

    Definitions(TaskBody body) {
        this.body = body;
    }

    /**
     * The class of a unit, which is defined if it is new.
     *
     * @throws IllegalArgumentException when it does not fit into a frame
     */
    Definition of(Work work) {
        return of(new WorkKind(work.name(), work.steps()));
    }

    /** The class of one step alone, which is defined if it is new. */
    Definition of(Step step) {
        return of(new WorkKind("step", List.of(step)));
    }

    private synchronized Definition of(WorkKind kind) {
        var definition = known.get(kind);
        if (definition == null) {
            int id = all.size();
            var frame = ParentMessageCodec.encode(new ParentMessage.Definition(id, kind.name(), kind.steps()));
            definition = new Definition(id, frame, payloads(kind.steps()));
            all.add(definition);
            known.put(kind, definition);
        }
        return definition;
    }

    /** The frame that defines a class. */
    synchronized byte[] frame(int id) throws BadFrameException {
        if (id < 0 || id >= all.size()) {
            throw new BadFrameException("it asked for class of work %d, which it was never given".formatted(id));
        }
        return all.get(id).frame();
    }

    private List<byte[]> payloads(List<Step> steps) {
        return steps.stream()
                .flatMap(step ->
                        step instanceof Step.Payload payload ? Stream.of(body.payload(payload)) : Stream.empty())
                .toList();
    }
}
