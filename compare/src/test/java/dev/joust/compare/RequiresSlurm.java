package dev.joust.compare;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips a test class, with the reason, where Slurm cannot run. It fails where the environment variable
 * {@code JOUST_SLURM} is {@code required}, as in CI.
 */
public final class RequiresSlurm implements ExecutionCondition {
    private static final boolean REQUIRED = "required".equals(System.getenv("JOUST_SLURM"));

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var missing = SlurmCluster.missing();
        if (missing.isPresent() && REQUIRED) {
            return fail(missing.get() + "; JOUST_SLURM=required");
        }
        return missing.map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("Slurm is installed"));
    }
}
