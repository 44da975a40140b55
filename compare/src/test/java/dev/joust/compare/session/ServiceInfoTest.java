package dev.joust.compare.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.session.ServiceInfo.Container;
import dev.joust.compare.session.ServiceInfo.Fallback;
import dev.joust.compare.session.ServiceInfo.FallbackReason;
import dev.joust.trial.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ServiceInfoTest {
    private static final ServiceInfo PROCESS = ServiceInfo.process(List.of("-Xmx1g", "-Xms1g"));
    private static final ServiceInfo FALLBACK =
            PROCESS.because(new Fallback(FallbackReason.NO_ENGINE, "no container engine answers at unix:///gone"));
    private static final ServiceInfo CONTAINER =
            ServiceInfo.container(new Container("joust-service:local", "host network"), List.of("-Xmx1g"));
    private static final ServiceInfo REMOTE = ServiceInfo.remote("http://far:8080");

    static Stream<ServiceInfo> all() {
        var quiet = PROCESS.because(new Fallback(FallbackReason.NOTHING_CALLS_IT, Optional.empty()));
        return Stream.of(PROCESS, FALLBACK, quiet, CONTAINER, REMOTE);
    }

    @ParameterizedTest
    @MethodSource("all")
    void jsonKeepsEveryValue(ServiceInfo info) {
        assertThat(Json.read(Json.line(info), ServiceInfo.class)).isEqualTo(info);
    }

    @Test
    void theScreenShowsKindAddressAndReasonOnly() {
        assertThat(PROCESS.brief()).isEqualTo("process on 127.0.0.1");
        assertThat(FALLBACK.brief()).isEqualTo("process on 127.0.0.1 (no container engine)");
        assertThat(CONTAINER.brief()).isEqualTo("container on 127.0.0.1, image joust-service:local, host network");
        assertThat(REMOTE.brief()).isEqualTo("remote at http://far:8080");
    }

    @Test
    void aSentenceSaysEverything() {
        assertThat(FALLBACK.sentence())
                .isEqualTo("process on 127.0.0.1; no container engine answers at unix:///gone; -Xmx1g -Xms1g");
        assertThat(FALLBACK.withoutFlags())
                .isEqualTo("process on 127.0.0.1; no container engine answers at unix:///gone");
        assertThat(REMOTE.sentence()).isEqualTo("remote at http://far:8080");
    }

    @Test
    void theReasonForAProcessMakesNoOtherService() {
        assertThat(PROCESS.sameAs(FALLBACK)).isTrue();
        assertThat(PROCESS.sameAs(ServiceInfo.process(List.of("-Xmx2g")))).isFalse();
        assertThat(PROCESS.sameAs(CONTAINER)).isFalse();
        assertThat(REMOTE.sameAs(ServiceInfo.remote("http://near:8080"))).isFalse();
    }
}
