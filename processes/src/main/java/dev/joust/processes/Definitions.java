package dev.joust.processes;

import dev.joust.scenario.Step;
import dev.joust.trial.TaskBody;
import dev.joust.trial.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Numbers the classes of work in the order in which they come, and keeps the frame that defines each to a worker. */
final class Definitions {
    /**
     * A class of work that has a number.
     *
     * @param frame that defines it to a worker
     * @param payloads the bodies that come with each of its units
     */
    record DefinedWork(int id, byte[] frame, List<byte[]> payloads) {}

    private record NamedSteps(String name, List<Step> steps) {}

    private final Map<NamedSteps, DefinedWork> known = new HashMap<>();
    private final List<DefinedWork> all = new ArrayList<>();
    private final TaskBody body;

    Definitions(TaskBody body) {
        this.body = body;
    }

    /**
     * The class of a unit, which is defined if it is new.
     *
     * @throws IllegalArgumentException when it does not fit into a frame
     */
    DefinedWork of(Work work) {
        return of(new NamedSteps(work.name(), work.steps()));
    }

    /** The class of a single step, which is defined if it is new. */
    DefinedWork of(Step step) {
        return of(new NamedSteps("step", List.of(step)));
    }

    private synchronized DefinedWork of(NamedSteps steps) {
        var defined = known.get(steps);
        if (defined == null) {
            int id = all.size();
            var frame = ParentMessageCodec.encode(new ParentMessage.WorkDefinition(id, steps.name(), steps.steps()));
            defined = new DefinedWork(id, frame, payloads(steps.steps()));
            all.add(defined);
            known.put(steps, defined);
        }
        return defined;
    }

    /** The frame that defines a class to a worker. */
    synchronized byte[] frame(int id) throws BadFrameException {
        if (id < 0 || id >= all.size()) {
            throw new BadFrameException(
                    String.format(Locale.ROOT, "it asked for class of work %d, which it was never given", id));
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
