package dev.joust.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads work that is given by its time and the share of it that it computes. It calls the service for the rest of the
 * time.
 */
final class CpuShareReader {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private CpuShareReader() {}

    /** The steps of a unit: a computation, then a call; one of them alone at 100 % and at 0 %. */
    static List<Step> steps(Section work) {
        var time = work.required("time").duration();
        var computing = computing(work.required("cpuShare"), time);
        var kernel = Kernel.labelled(work.required("kernel").text());
        var calling = time.minus(computing);
        List<Step> steps = new ArrayList<>();
        if (!computing.isZero()) {
            steps.add(new Step.Compute(kernel, computing));
        }
        if (!calling.isZero()) {
            steps.add(new Step.Call(calling, WorkloadReader.DEFAULT_CALL_BYTES));
        }
        return steps;
    }

    private static Duration computing(Value value, Duration time) {
        var share = new BigDecimal(value.text().replace("%", "").strip());
        if (share.compareTo(WHOLE) > 0) {
            throw value.bad(String.format(Locale.ROOT, "'cpuShare' must be 0 %% to 100 %%, found '%s'", value.text()));
        }
        return Duration.ofNanos(BigDecimal.valueOf(time.toNanos())
                .multiply(share)
                .divide(WHOLE, 0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
