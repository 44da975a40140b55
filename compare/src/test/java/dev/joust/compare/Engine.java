package dev.joust.compare;

import static org.junit.jupiter.api.Assertions.fail;

import com.github.dockerjava.api.model.Container;
import dev.joust.compare.service.ContainerEngine;
import dev.joust.compare.service.ServiceImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.DockerClientFactory;

/**
 * Gives each test class the image of the service, under a name of its own. Without a container engine the class is
 * skipped with the reason. It fails where the environment variable {@code JOUST_ENGINE} is {@code required}, as in CI.
 */
public final class Engine implements ExecutionCondition, ParameterResolver {
    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(Engine.class);
    private static final boolean REQUIRED = "required".equals(System.getenv("JOUST_ENGINE"));

    /**
     * The image, removed after the last test of the class.
     *
     * @param name distinguishes these containers from others on this machine
     */
    public record Image(String name) implements AutoCloseable {
        private static final String REPOSITORY = "joust-service";

        private static Image build(String tag) throws IOException, InterruptedException {
            ContainerEngine.reach();
            var built = ServiceImage.of(Optional.empty()).provide();
            DockerClientFactory.instance()
                    .client()
                    .tagImageCmd(built, REPOSITORY, tag)
                    .exec();
            return new Image(REPOSITORY + ":" + tag);
        }

        /** The ids of all containers of this image, in any state. */
        public Set<String> containers() {
            return DockerClientFactory.instance()
                    .client()
                    .listContainersCmd()
                    .withShowAll(true)
                    .withLabelFilter(List.of("org.testcontainers"))
                    .exec()
                    .stream()
                    .filter(container -> container.getImage().equals(name))
                    .map(Container::getId)
                    .collect(Collectors.toSet());
        }

        @Override
        public void close() {
            DockerClientFactory.instance().client().removeImageCmd(name).exec();
        }
    }

    /** Skips with a condition, because test reports keep the reason of a condition only. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent()) {
            return ConditionEvaluationResult.enabled("its class has an engine");
        }
        var tests = context.getRequiredTestClass().getSimpleName().toLowerCase(Locale.ROOT);
        var tag = String.format(
                Locale.ROOT, "%s-%d", tests, ProcessHandle.current().pid());
        try {
            context.getStore(STORE).put(Image.class, Image.build(tag));
            return ConditionEvaluationResult.enabled("there is an engine");
        } catch (Exception e) {
            var reason = "the image of the service is not available: " + ContainerEngine.reason(e);
            return REQUIRED ? fail(reason + "; JOUST_ENGINE=required", e) : ConditionEvaluationResult.disabled(reason);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Image.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(STORE).get(Image.class);
    }
}
