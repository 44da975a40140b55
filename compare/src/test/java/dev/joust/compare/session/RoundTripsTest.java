package dev.joust.compare.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class RoundTripsTest {
    private static final long MILLI = 1_000_000;

    @Test
    void itsFiguresAreTimesThatWereMeasured() {
        assertThat(ServiceRoundTrip.of(
                        LongStream.rangeClosed(1, 300).map(i -> 301 - i).toArray()))
                .isEqualTo(new ServiceRoundTrip(1, 150, 297, 300, Optional.empty()));
        assertThat(ServiceRoundTrip.of(7, 5, 9)).isEqualTo(new ServiceRoundTrip(5, 7, 9, 3, Optional.empty()));
        assertThat(ServiceRoundTrip.of(4)).isEqualTo(new ServiceRoundTrip(4, 4, 4, 1, Optional.empty()));
    }

    @Test
    void aRequestTakesAtLeastTheFasterRoundTripWithoutTheServiceAndWhatIdleMachinesAdd() {
        var far = new ServiceRoundTrip(20 * MILLI, 21 * MILLI, 30 * MILLI, 12, Optional.of(MILLI));
        var farther = new ServiceRoundTrip(40 * MILLI, 41 * MILLI, 50 * MILLI, 6, Optional.of(MILLI));
        assertThat(new RoundTrips(far, farther).leastNanos()).isEqualTo(18_500_000);
        assertThat(new RoundTrips(farther, far).leastNanos()).isEqualTo(18_500_000);
    }

    @Test
    void ofANearServiceNothingIsConcluded() {
        var near = new ServiceRoundTrip(60_000, 80_000, 200_000, 300, Optional.of(9_000L));
        assertThat(new RoundTrips(near, near).leastNanos()).isZero();
    }

    @Test
    void aTimeThatCannotBeOneIsRefused() {
        var near = ServiceRoundTrip.of(60_000);
        assertThatThrownBy(() -> new RoundTrips(near, ServiceRoundTrip.of(-1)).check())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'fastestNanos' must be 0 to 3600000000000, found -1");
        new RoundTrips(near, near).check();
    }
}
