package dev.joust.fidelity;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;

/** What a probe process writes, one JSON line each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(name = "listening", value = ProbeAnswer.Listening.class),
    @Type(name = "samples", value = ProbeAnswer.ProbeSamples.class),
    @Type(name = "failed", value = ProbeAnswer.ProbeFailed.class)
})
public sealed interface ProbeAnswer {

    /** A server is ready; written once, before its samples. */
    record Listening(int port) implements ProbeAnswer {}

    /**
     * The last answer of a probe that succeeded.
     *
     * @param runtime name and version
     * @param values by name; each probe says what they are
     */
    record ProbeSamples(String runtime, Map<String, List<Double>> values) implements ProbeAnswer {}

    /** The last answer of a probe that failed. */
    record ProbeFailed(String reason) implements ProbeAnswer {}
}
