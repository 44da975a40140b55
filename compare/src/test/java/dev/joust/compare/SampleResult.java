package dev.joust.compare;

import dev.joust.compare.session.Result;
import dev.joust.trial.Ceiling;
import dev.joust.trial.TrialId;

/** A trial that a test makes up. */
public interface SampleResult {
    Result of(TrialId id, Ceiling ceiling);
}
