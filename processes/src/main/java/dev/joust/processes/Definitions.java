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
    private record WorkKind(String name, List<Step> steps) {}

    private record Definition(byte[] frame, List<byte[]> payloads) {}

    private final Map<WorkKind, Integer> ids = new HashMap<>();
    private final List<Definition> all = new ArrayList<>();
    private final TaskBody body;

    Definitions(TaskBody body) {
        this.body = body;
    }

    /**
     * The assignment of a unit; defines its class if it is new.
     *
     * @throws IllegalArgumentException when the class does not fit into a frame
     */
    synchronized Order.Unit unit(Work work) {
        return new Order.Unit(id(new WorkKind(work.name(), work.steps())), work.seed());
    }

    /** The assignment of one step; defines a class of that step alone if it is new. */
    synchronized Order.Part part(Step step, long seed) {
        return new Order.Part(id(new WorkKind("step", List.of(step))), seed);
    }

    private int id(WorkKind kind) {
        var id = ids.get(kind);
        if (id == null) {
            id = all.size();
            var frame = OrderCodec.encode(new Order.Definition(id, kind.name(), kind.steps()));
            all.add(new Definition(frame, payloads(kind.steps())));
            ids.put(kind, id);
        }
        return id;
    }

    /** The frame that defines a class. */
    synchronized byte[] frame(int id) throws BadFrameException {
        if (id < 0 || id >= all.size()) {
            throw new BadFrameException("it asked for class of work %d, which it was never given".formatted(id));
        }
        return all.get(id).frame();
    }

    /** The bodies that come with a unit of a class. */
    synchronized List<byte[]> payloads(int id) {
        return all.get(id).payloads();
    }

    private List<byte[]> payloads(List<Step> steps) {
        return steps.stream()
                .flatMap(step ->
                        step instanceof Step.Payload payload ? Stream.of(body.payload(payload)) : Stream.empty())
                .toList();
    }
}
