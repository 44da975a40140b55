package dev.joust.service;

/** The delay of a request: digits and a unit. */
final class Delay {
    private static final long MAX_NANOS = 60_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private Delay() {}

    /**
     * The delay in nanoseconds.
     *
     * @throws Refusal when the text is no delay, or one of more than 60 s
     */
    static long nanos(String text) throws Refusal {
        int unit = text.length();
        while (unit > 0 && (text.charAt(unit - 1) < '0' || text.charAt(unit - 1) > '9')) {
            unit--;
        }
        long nanosPerUnit =
                switch (text.substring(unit)) {
                    case "ns" -> 1;
                    case "us" -> 1_000;
                    case "ms" -> NANOS_PER_MILLI;
                    case "s" -> 1_000_000_000;
                    default -> 0;
                };
        long amount = Digits.value(text, unit);
        if (nanosPerUnit == 0 || amount < 0) {
            throw Refusal.badParameter(
                    "delay must be a duration with a unit (ns, us, ms, s), for example 20ms", "delay", text);
        }
        if (amount > MAX_NANOS / nanosPerUnit) {
            throw Refusal.badParameter("delay must be from 0s to 60s", "delay", text);
        }
        return amount * nanosPerUnit;
    }

    /** Rounded up to whole milliseconds, the timer's unit: a wait may be longer than asked, never shorter. */
    static long timerMillis(long nanos) {
        return (nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI;
    }
}
