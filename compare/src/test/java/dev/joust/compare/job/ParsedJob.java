package dev.joust.compare.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A file of a job, read back as YAML. */
record ParsedJob(List<Map<String, Object>> documents) {

    @SuppressWarnings("unchecked")
    static ParsedJob of(String text) {
        List<Map<String, Object>> documents = new ArrayList<>();
        new Load(LoadSettings.builder().build())
                .loadAllFromString(text)
                .forEach(one -> documents.add((Map<String, Object>) one));
        return new ParsedJob(documents);
    }

    /** What is at a path of keys and indexes in the last document. */
    Object at(Object... path) {
        Object found = documents.getLast();
        for (var step : path) {
            found = switch (step) {
                case Integer index -> ((List<?>) found).get(index);
                default -> ((Map<?, ?>) found).get(step);
            };
            assertThat(found).as("%s of %s", step, List.of(path)).isNotNull();
        }
        return found;
    }
}
