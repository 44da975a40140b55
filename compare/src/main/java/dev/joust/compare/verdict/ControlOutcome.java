package dev.joust.compare.verdict;

/** What a control says about the session. */
public enum ControlOutcome {
    /** The known answer was found. */
    PASSED,
    /** The blocks are too few or too noisy to find the known answer. */
    NOT_SHOWN,
    /** The opposite of the known answer was found. */
    FAILED
}
