package dev.joust.compare.run;

import dev.joust.compare.plan.Distribution;
import dev.joust.compare.plan.JvmCommand;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.run.ServiceRequest.ServiceMode;
import dev.joust.compare.service.ContainerEngine;
import dev.joust.compare.service.FallbackService;
import dev.joust.compare.service.NetworkService;
import dev.joust.compare.service.RemoteService;
import dev.joust.compare.service.ServiceContainer;
import dev.joust.compare.service.ServiceImage;
import dev.joust.compare.service.ServiceProcess;
import dev.joust.compare.session.ServiceInfo;
import dev.joust.compare.session.ServiceInfo.Fallback;
import dev.joust.compare.session.ServiceInfo.FallbackReason;
import dev.joust.scenario.Scenario;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Chooses the network service of a session. */
record ServiceStarter(ServiceRequest request, Profile profile, List<Scenario> scenarios) {

    /**
     * The service of a new session.
     *
     * @throws UsageException when the requested service is not available
     */
    NetworkService start() throws InterruptedException {
        return switch (request.choice()) {
            case AUTO -> best();
            case PROCESS -> process();
            case CONTAINER -> container("--service container");
            case REMOTE -> remote(request.address().orElseThrow());
        };
    }

    /**
     * Refuses the URL of a session that goes on, unless the user names one. It comes before the machine is taken.
     *
     * @throws UsageException when only the session file names the URL
     */
    void checkConfirmed(ServiceInfo before) {
        if (request.choice() == ServiceMode.AUTO && before.kind() == ServiceInfo.Kind.REMOTE) {
            throw unconfirmed(before);
        }
    }

    private static UsageException unconfirmed(ServiceInfo before) {
        return new UsageException(String.format(
                Locale.ROOT,
                "the session cannot go on: it calls the service at %s; if you trust it, add --service %1$s",
                before.address()));
    }

    /**
     * The service of a session that goes on: as before, unless the user asks for another one. The session file may come
     * from a stranger, so the user must name a URL again.
     *
     * @throws UsageException when that service is not available any more
     */
    NetworkService resume(ServiceInfo before) throws InterruptedException {
        return request.choice() == ServiceMode.AUTO ? again(before) : start();
    }

    private NetworkService again(ServiceInfo before) throws InterruptedException {
        return switch (before.kind()) {
            case CONTAINER ->
                container(String.format(
                        Locale.ROOT, "the session cannot go on: its service began as %s", before.brief()));
            case REMOTE -> throw unconfirmed(before);
            case PROCESS -> process();
        };
    }

    private NetworkService best() throws InterruptedException {
        if (!callsService()) {
            return processBecause(new Fallback(FallbackReason.NOTHING_CALLS_IT, Optional.empty()));
        }
        try {
            ContainerEngine.reach();
        } catch (IOException e) {
            return processBecause(new Fallback(FallbackReason.NO_ENGINE, e.getMessage()));
        }
        try {
            var container = ServiceContainer.answering(ServiceImage.of(request.image()), profile.compiler());
            return container.accounted()
                    ? container
                    : processBecause(new Fallback(FallbackReason.UNSEEN_PROCESSES, Optional.empty()));
        } catch (IOException e) {
            return processBecause(new Fallback(FallbackReason.NO_CONTAINER, e.getMessage()));
        }
    }

    private NetworkService container(String wanted) throws InterruptedException {
        try {
            return ServiceContainer.answering(ServiceImage.of(request.image()), profile.compiler());
        } catch (IOException e) {
            throw new UsageException(String.format(Locale.ROOT, "%s: %s", wanted, e.getMessage()));
        }
    }

    private NetworkService remote(URI address) throws InterruptedException {
        try {
            return callsService() ? RemoteService.answering(address) : new RemoteService(address);
        } catch (IOException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private boolean callsService() {
        return scenarios.stream().anyMatch(scenario -> scenario.workload().needsService());
    }

    private NetworkService processBecause(Fallback reason) {
        return new FallbackService(process(), reason);
    }

    private NetworkService process() {
        return new ServiceProcess(JvmCommand.java(), Distribution.serviceJar(), profile.compiler());
    }
}
