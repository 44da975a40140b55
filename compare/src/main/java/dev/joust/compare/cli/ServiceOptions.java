package dev.joust.compare.cli;

import dev.joust.compare.plan.Distribution;
import dev.joust.compare.plan.JvmCommand;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.service.FallbackService;
import dev.joust.compare.service.NetworkService;
import dev.joust.compare.service.RemoteService;
import dev.joust.compare.service.ServiceContainer;
import dev.joust.compare.service.ServiceImage;
import dev.joust.compare.service.ServiceProcess;
import dev.joust.scenario.Scenario;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the network service of a session runs, as asked for. */
final class ServiceOptions {
    private static final String AUTO = "auto";
    private static final String PROCESS = "process";
    private static final String CONTAINER = "container";

    @Option(
            names = "--service",
            defaultValue = "${sys:compare.service:-${env:JOUST_SERVICE:-" + AUTO + "}}",
            paramLabel = "auto|process|container|URL",
            description =
                    "The network service: a container of our own, a process of our own, or one that runs elsewhere. auto takes a container where an engine and the image can be had, else a process. Default: the variable JOUST_SERVICE, or auto.")
    private String service;

    @Option(
            names = "--service-image",
            defaultValue = "${sys:compare.service.image:-${env:JOUST_SERVICE_IMAGE}}",
            paramLabel = "IMAGE",
            description =
                    "The image of the container. Default: the variable JOUST_SERVICE_IMAGE, or one that is built from the distribution.")
    private Optional<String> image = Optional.empty();

    /**
     * The service of a new session.
     *
     * @throws UsageException when what is asked for cannot be had
     */
    NetworkService begun(Profile profile, List<Scenario> scenarios) throws InterruptedException {
        var compiler = profile.compiler();
        return switch (service) {
            case AUTO -> best(compiler, scenarios);
            case PROCESS -> process(compiler);
            case CONTAINER -> container(compiler, "--service container");
            default -> elsewhere();
        };
    }

    /**
     * The service of a session that goes on: the same kind, unless another is asked for. Blocks of one session are compared with each other, so
     * a difference is said.
     *
     * @param before what the service was when the session began
     * @throws UsageException when that kind cannot be had any more, or what is asked for cannot
     */
    NetworkService again(String before, Profile profile, List<Scenario> scenarios) throws InterruptedException {
        var now = service.equals(AUTO) ? same(before, profile.compiler()) : begun(profile, scenarios);
        if (!before.startsWith(now.description())) {
            System.out.printf(
                    "the session began with the service as %s; it goes on with %s%n", before, now.description());
        }
        return now;
    }

    private NetworkService same(String before, List<String> compiler) throws InterruptedException {
        if (before.startsWith(ServiceContainer.WORDS)) {
            return container(compiler, "the session cannot go on: it began with the service as " + before);
        }
        return before.startsWith(RemoteService.WORDS)
                ? new RemoteService(URI.create(before.substring(RemoteService.WORDS.length())))
                : process(compiler);
    }

    private NetworkService best(List<String> compiler, List<Scenario> scenarios) throws InterruptedException {
        if (scenarios.stream().noneMatch(scenario -> scenario.workload().needsService())) {
            return new FallbackService(process(compiler), "nothing here calls it, and no container was looked for");
        }
        try {
            var container = ServiceContainer.answering(ServiceImage.of(image), compiler);
            return container.accounted()
                    ? container
                    : new FallbackService(
                            process(compiler),
                            "this machine does not see the container's processes, and their CPU time would be taken for a stranger's");
        } catch (IOException e) {
            return new FallbackService(process(compiler), e.getMessage());
        }
    }

    private NetworkService container(List<String> compiler, String wanted) throws InterruptedException {
        try {
            return ServiceContainer.answering(ServiceImage.of(image), compiler);
        } catch (IOException e) {
            throw new UsageException("%s: %s".formatted(wanted, e.getMessage()));
        }
    }

    private static NetworkService process(List<String> compiler) {
        return new ServiceProcess(JvmCommand.java(), Distribution.serviceJar(), compiler);
    }

    private NetworkService elsewhere() {
        if (!service.matches("https?://[^/\\s]+/?")) {
            throw new UsageException(
                    "--service takes 'auto', 'process', 'container' or a URL such as http://127.0.0.1:8080, found '%s'"
                            .formatted(service));
        }
        return new RemoteService(URI.create(service.replaceAll("/$", "")));
    }
}
