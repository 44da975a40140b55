package dev.joust.compare.run;

import dev.joust.compare.plan.ScenarioRequest;
import java.nio.file.Path;

/**
 * A scenario of which one trial per arm is to be recorded.
 *
 * @param folder of the recordings
 * @param settings the text of a settings file of the Flight Recorder: which events it records
 * @param scenarios names one scenario
 */
public record RecordingRequest(Path folder, String settings, ScenarioRequest scenarios, ServiceRequest service) {}
