package dev.joust.scenario;

import java.nio.file.Path;
import java.util.Map;

/**
 * What an arm runs on, and the options of its model. {@code joust versus} reads a file of it.
 *
 * @param options the model's own options, by name
 */
public record ArmSettings(ArmRuntime runtime, Map<String, String> options) {
    public ArmSettings {
        options = Map.copyOf(options);
    }

    /**
     * Reads a YAML file with the keys {@code java}, {@code flags}, {@code jars}, {@code python} and {@code options}.
     *
     * @throws BadScenarioException when it cannot be read, or is no such file; the message is one line
     */
    public static ArmSettings read(Path file) {
        return ArmRuntimeReader.settings(file);
    }
}
