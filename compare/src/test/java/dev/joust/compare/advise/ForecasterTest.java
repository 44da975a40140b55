package dev.joust.compare.advise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.plan.UsageException;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arithmetic of Joust's own profiles, against what their comments work out by hand. */
final class ForecasterTest {

    /** 0.48 + 0.36 of one loop. Its visits wait 208.5 ms, and a checkout has 250 ms, of which it needs 46. */
    @Test
    void theLoopOfTheCheckoutIsTooLate() {
        var loop = forecast("checkout", "vertx-loop");
        assertThat(loop.busy()).isCloseTo(0.84, within(1e-9));
        assertThat(loop.works()).isFalse();
        assertThat(loop.because())
                .matches("the loop is 84 % busy; a visit to it waits 20[89] ms \\(Pollaczek-Khinchine\\);"
                        + " checkout takes \\d+ ms on average, its deadline is 250 ms");
        assertThat(loop.response("checkout").orElseThrow()).isBetween(0.35, 0.55);
    }

    @Test
    void theOtherModelsOfTheCheckoutWork() {
        for (var model : new String[] {"vertx-loops", "hybrid", "platform-threads", "virtual-threads"}) {
            var forecast = forecast("checkout", model);
            assertThat(forecast.works()).as(model).isTrue();
            assertThat(forecast.busy()).isCloseTo(0.42, within(1e-9));
            assertThat(forecast.response("checkout").orElseThrow()).as(model).isBetween(0.046, 0.085);
        }
        assertThat(forecast("checkout", "platform-threads").response("checkout"))
                .hasValueSatisfying(time -> assertThat(time).isCloseTo(0.0545, within(0.0005)));
    }

    @Test
    void ofTheLockOnlyItsShareIsKnown() {
        var lock = forecast("checkout", "gil-threads");
        assertThat(lock.busy()).isCloseTo(0.84, within(1e-9));
        assertThat(lock.works()).isTrue();
        assertThat(lock.responseText("checkout")).isEqualTo("\u2265 46 ms");
    }

    @Test
    void theProfileOfTheCheckoutForbidsProcesses() {
        assertThat(arithmetic("checkout").forecasts())
                .extracting(Forecast::model)
                .containsExactly(
                        "vertx-loop", "vertx-loops", "hybrid", "gil-threads", "platform-threads", "virtual-threads");
    }

    /** 120 x 46 ms + 2 x 180 ms = 5.88 workers of two. */
    @Test
    void aPoolOfTwoCannotHoldTheCheckouts() {
        var pool = forecast("checkout", "processes");
        assertThat(pool.busy()).isCloseTo(2.94, within(1e-9));
        assertThat(pool.works()).isFalse();
        assertThat(pool.because())
                .isEqualTo("units hold 5.88 workers from beginning to end, and there are 2: 2.94 times as many are"
                        + " needed");
    }

    /** Nothing computes; 200/s x 50 ms = 10 in flight. */
    @ParameterizedTest
    @ValueSource(
            strings = {"vertx-loop", "vertx-loops", "hybrid", "gil-threads", "platform-threads", "virtual-threads"})
    void pureIoWaitsForTheServiceAlone(String model) {
        var forecast = forecast("pure-io", model);
        assertThat(forecast.works()).isTrue();
        assertThat(forecast.busy()).isZero();
        assertThat(forecast.response("fetch").orElseThrow()).isCloseTo(0.05, within(1e-9));
        assertThat(forecast.inFlight()).isCloseTo(10, within(1e-6));
    }

    @Test
    void pureIoNeedsFiveTimesThePool() {
        var pool = forecast("pure-io", "processes");
        assertThat(pool.works()).isFalse();
        assertThat(pool.busy()).isCloseTo(5, within(1e-9));
    }

    /** M/D/1 at 80 %: 40 ms. M/D/2 at 40 %: half of M/M/2's 3.8 ms. */
    @Test
    void pureComputationWaitsForOneLoopAndHardlyForTwoCores() {
        assertThat(forecast("pure-cpu", "vertx-loop").response("price").orElseThrow())
                .isCloseTo(0.060, Percentage.withPercentage(5));
        assertThat(forecast("pure-cpu", "processes").response("price").orElseThrow())
                .isCloseTo(0.0219, within(0.0002));
        assertThat(forecast("pure-cpu", "platform-threads").response("price").orElseThrow())
                .isCloseTo(0.0219, within(0.0002));
        assertThat(forecast("pure-cpu", "virtual-threads").response("price").orElseThrow())
                .isCloseTo(0.0219, Percentage.withPercentage(5));
        assertThat(arithmetic("pure-cpu").forecasts()).allMatch(Forecast::works);
    }

    /** 50/s x 200 ms = 10 in flight, for two workers. */
    @Test
    void tenUnitsAreTooManyForAPoolOfTwo() {
        assertThat(forecast("pool-of-two", "processes").busy()).isCloseTo(5, within(1e-9));
        assertThat(arithmetic("pool-of-two").forecasts())
                .filteredOn(forecast -> !forecast.works())
                .extracting(Forecast::model)
                .containsExactly("processes");
        assertThat(forecast("pool-of-two", "platform-threads").inFlight()).isCloseTo(10, within(0.1));
    }

    /** 20/s x 1 ms of one loop, 20/s x 21 ms of two workers. */
    @Test
    void aNearlyIdleTrafficSuitsEveryModel() {
        assertThat(arithmetic("nearly-idle").forecasts()).allMatch(Forecast::works);
        assertThat(forecast("nearly-idle", "vertx-loop").busy()).isCloseTo(0.02, within(1e-9));
        assertThat(forecast("nearly-idle", "gil-threads").busy()).isCloseTo(0.02, within(1e-9));
        assertThat(forecast("nearly-idle", "processes").busy()).isCloseTo(0.21, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"vertx-loop, 51", "gil-threads, 51", "processes, 99"})
    void aLoopALockAndAPoolHaveALimit(String model, int perSecond) {
        var profile = SampleTraffic.one("rate: " + perSecond + "/s, steps: [compute: 20ms, sleep: 1us]");
        var forecast = SampleTraffic.forecast(profile, model);
        assertThat(forecast.works()).isEqualTo(model.equals("processes"));
    }

    @Test
    void theTextSaysWhatALoopAndALockWouldCarry() {
        var profile = SampleTraffic.one("rate: 60/s, steps: [compute: 20ms]");
        assertThat(SampleTraffic.forecast(profile, "vertx-loop").because())
                .isEqualTo("the loop would compute 1200 ms of each second, and it has one");
        assertThat(SampleTraffic.forecast(profile, "gil-threads").because())
                .isEqualTo("the lock would be held 1200 ms of each second, and there is one");
    }

    /** Native code runs outside the lock, and on the loop. */
    @Test
    void nativeCodeLeavesTheLock() {
        var profile = SampleTraffic.one("rate: 60/s, steps: [native: 20ms]");
        assertThat(SampleTraffic.forecast(profile, "gil-threads").works()).isTrue();
        assertThat(SampleTraffic.forecast(profile, "vertx-loop").works()).isFalse();
    }

    @Test
    void moreComputationThanCoresIsRefusedWithTheArithmetic() {
        var profile = SampleTraffic.of(
                "traffic:",
                "  checkout: {rate: 120/s, steps: [call: 30ms, compute: 4ms]}",
                "  thumbnail: {rate: 10/s, steps: [compute: 180ms]}");
        assertThatThrownBy(() -> SampleTraffic.arithmetic(profile))
                .isInstanceOf(UsageException.class)
                .hasMessage("x.yaml: the traffic computes 2.28 of 2 cores: checkout 120/s x 4 ms = 0.48, thumbnail"
                        + " 10/s x 180 ms = 1.8; no model can do that: add cores, or lower the rate");
    }

    @Test
    void theTableFitsATerminal() {
        assertThat(arithmetic("checkout").text()).startsWith("""
                        Stage 1: arithmetic

                        demand: 0.84 of 2 cores: checkout 120/s x 4 ms = 0.48, thumbnail 2/s x 180 ms = 0.36
                        """).contains("cannot", "works");
        assertThat(arithmetic("checkout").text().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void aModelOfAnotherRuntimeIsForecastToo() {
        var profile = SampleTraffic.of("traffic: {task: {rate: 5/s, steps: [compute: 2ms]}}", "now: cpython-threads");
        assertThat(SampleTraffic.arithmetic(profile).forecasts())
                .extracting(Forecast::model)
                .contains("cpython-threads");
        assertThat(SampleTraffic.forecast(profile, "cpython-threads").kind()).isEqualTo(ModelKind.LOCK);
        assertThat(SampleTraffic.forecast(profile, "somebodys-own").kind()).isEqualTo(ModelKind.OTHER);
    }

    private static Arithmetic arithmetic(String name) {
        return SampleTraffic.arithmetic(SampleTraffic.own(name));
    }

    private static Forecast forecast(String name, String model) {
        return SampleTraffic.forecast(SampleTraffic.own(name), model);
    }
}
