package dev.joust.fidelity;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;

/** What a probe process writes: one JSON line each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(name = "listening", value = ProbeAnswer.Listening.class),
    @Type(name = "samples", value = ProbeAnswer.Samples.class),
    @Type(name = "failed", value = ProbeAnswer.Failed.class)
})
public sealed interface ProbeAnswer {

    /** A server is ready; said once, before its samples. */
    record Listening(int port) implements ProbeAnswer {}

    /**
     * The last word of a probe that worked.
     *
     * @param runtime and its version
     * @param values by name; see each probe for what they are
     */
    record Samples(String runtime, Map<String, List<Double>> values) implements ProbeAnswer {}

    /** The last word of a probe that did not. */
    record Failed(String reason) implements ProbeAnswer {}
}
