package dev.joust.trial;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import dev.joust.scenario.Arrivals;
import dev.joust.scenario.Claim;
import dev.joust.scenario.Control;
import dev.joust.scenario.Load;
import dev.joust.scenario.Step;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.AnnotatedWithParams;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The JSON form of trials, messages and measurements. Durations are whole nanoseconds. Sealed types carry their kind in
 * a field.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(Message.class, MessageTypes.class)
            .addMixIn(Step.class, StepTypes.class)
            .addMixIn(Load.class, LoadTypes.class)
            .addMixIn(Arrivals.class, ArrivalsTypes.class)
            .addMixIn(Claim.Relation.class, RelationTypes.class)
            .addMixIn(Control.class, ControlTypes.class)
            .addMixIn(ExternalRuntime.Launch.class, LaunchTypes.class)
            .addMixIn(Measurement.Latencies.class, OlderLatencies.class)
            .annotationIntrospector(
                    new AnnotationIntrospectorPair(new OptionalFields(), new JacksonAnnotationIntrospector()))
            .injectableValues(new InjectableValues.Std().addValue(OptionalFields.ABSENT, Optional.empty()))
            .addModule(new SimpleModule()
                    .addSerializer(Duration.class, new DurationSerializer())
                    .addDeserializer(Duration.class, new DurationDeserializer()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .build();

    private Json() {}

    /** The value on one line. */
    public static String line(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** The value on several indented lines. */
    public static String pretty(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /**
     * The value that this JSON holds.
     *
     * @throws IllegalArgumentException when the text is not such a value; the message names the field
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            var value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new IllegalArgumentException(String.format(Locale.ROOT, "not a %s: null", type.getSimpleName()));
            }
            return value;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "not a %s: %s", type.getSimpleName(), e.getOriginalMessage()), e);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @Type(name = "run", value = Message.Run.class),
        @Type(name = "serve", value = Message.Serve.class),
        @Type(name = "calibrate", value = Message.Calibrate.class),
        @Type(name = "train-cache", value = Message.TrainCache.class),
        @Type(name = "hello", value = Message.Hello.class),
        @Type(name = "answered", value = Message.Answered.class),
        @Type(name = "ready", value = Message.Ready.class),
        @Type(name = "window", value = Message.WindowMark.class),
        @Type(name = "usage-read", value = Message.UsageRead.class),
        @Type(name = "serving", value = Message.Serving.class),
        @Type(name = "mark", value = Message.MarkWindow.class),
        @Type(name = "marked", value = Message.Marked.class),
        @Type(name = "finish", value = Message.Finish.class),
        @Type(name = "served", value = Message.Served.class),
        @Type(name = "measurement", value = Message.Measured.class),
        @Type(name = "calibration", value = Message.Calibrated.class),
        @Type(name = "cache-trained", value = Message.CacheTrained.class),
        @Type(name = "failed", value = Message.OrderFailed.class)
    })
    private interface MessageTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
    @JsonSubTypes({
        @Type(name = "compute", value = Step.Compute.class),
        @Type(name = "native", value = Step.Native.class),
        @Type(name = "monitor", value = Step.Monitor.class),
        @Type(name = "spin", value = Step.Spin.class),
        @Type(name = "call", value = Step.Call.class),
        @Type(name = "stream", value = Step.Stream.class),
        @Type(name = "file", value = Step.FileRead.class),
        @Type(name = "payload", value = Step.Payload.class),
        @Type(name = "sleep", value = Step.Sleep.class)
    })
    private interface StepTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "load")
    @JsonSubTypes({
        @Type(name = "batch", value = Load.Batch.class),
        @Type(name = "closed", value = Load.Closed.class),
        @Type(name = "open", value = Load.Open.class),
        @Type(name = "capacity", value = Load.Capacity.class)
    })
    private interface LoadTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "arrivals")
    @JsonSubTypes({
        @Type(name = "poisson", value = Arrivals.Poisson.class),
        @Type(name = "uniform", value = Arrivals.Uniform.class),
        @Type(name = "bursty", value = Arrivals.Bursty.class),
        @Type(name = "recorded", value = Arrivals.Recorded.class)
    })
    private interface ArrivalsTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "relation")
    @JsonSubTypes({
        @Type(name = "beats", value = Claim.Beats.class),
        @Type(name = "ties", value = Claim.Ties.class),
        @Type(name = "keepsUp", value = Claim.KeepsUp.class)
    })
    private interface RelationTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "control")
    @JsonSubTypes({
        @Type(name = "same", value = Control.Same.class),
        @Type(name = "ownPair", value = Control.OwnPair.class),
        @Type(name = "slower", value = Control.Slower.class),
        @Type(name = "expects", value = Control.Expects.class)
    })
    private interface ControlTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "launch")
    @JsonSubTypes({
        @Type(name = "ready", value = ExternalRuntime.Launch.Available.class),
        @Type(name = "missing", value = ExternalRuntime.Launch.Missing.class)
    })
    private interface LaunchTypes {}

    /** Older sessions hold a field that is not read any more. */
    @JsonIgnoreProperties("meanInFlight")
    private interface OlderLatencies {}

    /** An optional field may be missing: sessions are read that were written before it existed. */
    private static final class OptionalFields extends NopAnnotationIntrospector {
        private static final String ABSENT = "absent";
        private static final long serialVersionUID = 1;

        @Override
        public JacksonInject.Value findInjectableValue(MapperConfig<?> config, AnnotatedMember member) {
            return member instanceof AnnotatedParameter parameter
                            && member.getRawType() == Optional.class
                            && isCanonical(parameter.getOwner())
                    ? JacksonInject.Value.construct(ABSENT, true, true)
                    : null;
        }

        /** Jackson would take another constructor with such a parameter for the one to call. */
        private static boolean isCanonical(AnnotatedWithParams constructor) {
            var components = constructor.getDeclaringClass().getRecordComponents();
            return components != null && constructor.getParameterCount() == components.length;
        }
    }

    private static final class DurationSerializer extends ValueSerializer<Duration> {
        @Override
        public void serialize(Duration value, JsonGenerator json, SerializationContext context) {
            json.writeNumber(value.toNanos());
        }
    }

    private static final class DurationDeserializer extends ValueDeserializer<Duration> {
        @Override
        public Duration deserialize(JsonParser json, DeserializationContext context) {
            return Duration.ofNanos(json.getLongValue());
        }
    }
}
