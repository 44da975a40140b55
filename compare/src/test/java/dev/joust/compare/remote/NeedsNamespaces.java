package dev.joust.compare.remote;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips tests with the reason where there is no {@code sshd}, or no right to make network namespaces. It fails where
 * the environment variable {@code JOUST_NETNS} is {@code required}, as in CI.
 */
final class NeedsNamespaces implements ExecutionCondition {
    private static final boolean REQUIRED = "required".equals(System.getenv("JOUST_NETNS"));

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return missing()
                .map(reason ->
                        REQUIRED ? fail(reason + "; JOUST_NETNS=required") : ConditionEvaluationResult.disabled(reason))
                .orElseGet(() -> ConditionEvaluationResult.enabled("sshd and network namespaces are here"));
    }

    private static Optional<String> missing() {
        for (var program : List.of("/usr/sbin/sshd", "/usr/bin/ssh", "/usr/bin/ssh-keygen")) {
            if (!Files.isExecutable(Path.of(program))) {
                return Optional.of(program + " is missing: Debian has it in openssh-server");
            }
        }
        var name = "joust" + ProcessHandle.current().pid();
        try {
            ShellProgram.run("ip", "netns", "add", name);
            ShellProgram.run("ip", "netns", "del", name);
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of("no network namespace can be made: " + e.getMessage());
        }
    }
}
