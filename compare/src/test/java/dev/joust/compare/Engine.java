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
 * Gives each class of tests the service's image under a name of its own. Without a container engine each is skipped, with the reason; where the
 * environment variable {@code JOUST_ENGINE} is {@code required}, as in CI, it fails.
 */
public final class Engine implements ExecutionCondition, ParameterResolver {
    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(Engine.class);
    private static final boolean REQUIRED = "required".equals(System.getenv("JOUST_ENGINE"));

    /**
     * The image, removed after the last test of the class.
     *
     * @param name tells these containers from those of others on this machine
     */
    public record Image(String name) implements AutoCloseable {
        private static final String REPOSITORY = "joust-service";

        private static Image named(String tag) throws IOException, InterruptedException {
            ContainerEngine.reach();
            var built = ServiceImage.of(Optional.empty()).provide();
            DockerClientFactory.instance()
                    .client()
                    .tagImageCmd(built, REPOSITORY, tag)
                    .exec();
            return new Image(REPOSITORY + ":" + tag);
        }

        /** The ids of all containers of it, whatever their state. */
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

    /** A condition, since only its reason is kept in the reports. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent()) {
            return ConditionEvaluationResult.enabled("its class has an engine");
        }
        var tests = context.getRequiredTestClass().getSimpleName().toLowerCase(Locale.ROOT);
        var tag = "%s-%d".formatted(tests, ProcessHandle.current().pid());
        try {
            context.getStore(STORE).put(Image.class, Image.named(tag));
            return ConditionEvaluationResult.enabled("there is an engine");
        } catch (Exception e) {
            var reason = "the service's image cannot be had: " + ContainerEngine.reason(e);
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
