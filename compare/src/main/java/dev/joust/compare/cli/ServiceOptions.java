package dev.joust.compare.cli;

import dev.joust.compare.plan.UsageException;
import dev.joust.compare.run.ServiceRequest;
import dev.joust.compare.run.ServiceRequest.ServiceMode;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that choose where the network service of a session runs. */
final class ServiceOptions {
    private static final String AUTO = "auto";

    @Option(
            names = "--service",
            defaultValue = "${sys:compare.service:-${env:JOUST_SERVICE:-" + AUTO + "}}",
            paramLabel = "auto|process|container|URL",
            description = "The network service: a container or a process that Joust starts, or the URL of one that runs"
                    + " already. auto takes a container when an engine and the image are available and a scenario calls"
                    + " the service, else a process. Default: the variable JOUST_SERVICE, or auto.")
    private String service;

    @Option(
            names = "--service-image",
            defaultValue = "${sys:compare.service.image:-${env:JOUST_SERVICE_IMAGE}}",
            paramLabel = "IMAGE",
            description = "The image of the container. Default: the variable JOUST_SERVICE_IMAGE, or an image that is"
                    + " built from the distribution.")
    private Optional<String> image = Optional.empty();

    /** @throws UsageException when {@code --service} is neither a known word nor a URL */
    ServiceRequest request() {
        return switch (service) {
            case AUTO -> local(ServiceMode.AUTO);
            case "process" -> local(ServiceMode.PROCESS);
            case "container" -> local(ServiceMode.CONTAINER);
            default -> new ServiceRequest(ServiceMode.REMOTE, Optional.of(url()), Optional.empty());
        };
    }

    private ServiceRequest local(ServiceMode choice) {
        return new ServiceRequest(choice, Optional.empty(), image);
    }

    private URI url() {
        if (!service.matches("https?://[^/\\s]+/?")) {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "--service takes 'auto', 'process', 'container' or a URL such as http://127.0.0.1:8080, found '%s'",
                    service));
        }
        return URI.create(service.replaceAll("/$", ""));
    }
}
