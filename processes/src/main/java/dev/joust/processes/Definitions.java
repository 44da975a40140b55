package dev.joust.processes;

import dev.joust.scenario.Step;
import dev.joust.trial.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the classes of work in the order in which they come, and keeps the frame that tells a worker of each. */
final class Definitions {
    private record WorkKind(String name, List<Step> steps) {}

    private final Map<WorkKind, Integer> ids = new HashMap<>();
    private final List<byte[]> frames = new ArrayList<>();

    /**
     * The order for a unit; defines its class if it is new.
     *
     * @throws IllegalArgumentException when the class does not fit into a frame
     */
    synchronized Order.Unit unit(Work work) {
        return new Order.Unit(id(new WorkKind(work.name(), work.steps())), work.seed());
    }

    /** The order for one step; defines a class of that step alone if it is new. */
    synchronized Order.Part part(Step step, long seed) {
        return new Order.Part(id(new WorkKind("step", List.of(step))), seed);
    }

    private int id(WorkKind kind) {
        var id = ids.get(kind);
        if (id == null) {
            id = frames.size();
            frames.add(OrderCodec.encode(new Order.Definition(id, kind.name(), kind.steps())));
            ids.put(kind, id);
        }
        return id;
    }

    /** The frame that defines a class. */
    synchronized byte[] frame(int id) throws BadFrameException {
        if (id < 0 || id >= frames.size()) {
            throw new BadFrameException("it asked for class of work %d, which it was never given".formatted(id));
        }
        return frames.get(id);
    }
}
