package dev.joust.compare.timeline;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The events that a timeline needs, and no others: the settings of its recordings. */
public final class RecordingSettings {
    static final String LOCK_HOLD = "dev.joust.LockHold";
    static final String LOCK_WAIT = "dev.joust.LockWait";
    static final String LOCK_SWITCH = "dev.joust.LockSwitch";
    static final String LOOP_TURN = "dev.joust.LoopTurn";
    static final String UNIT_STEP = "dev.joust.UnitStep";
    static final String WORKER_UNIT = "dev.joust.WorkerUnit";
    static final String MONITOR_ENTER = "jdk.JavaMonitorEnter";
    static final String THREAD_PARK = "jdk.ThreadPark";
    static final String PINNED = "jdk.VirtualThreadPinned";

    private static final String ALL = "0 ms";

    /** The JDK's own events are many. Shorter ones are not seen in the picture. */
    private static final String LONG_ENOUGH = "20 us";

    private RecordingSettings() {}

    /** The threshold of each event. */
    static Map<String, String> thresholds() {
        Map<String, String> thresholds = new LinkedHashMap<>();
        thresholds.put(LOCK_HOLD, ALL);
        thresholds.put(LOCK_WAIT, ALL);
        thresholds.put(LOCK_SWITCH, ALL);
        thresholds.put(LOOP_TURN, ALL);
        thresholds.put(UNIT_STEP, ALL);
        thresholds.put(WORKER_UNIT, ALL);
        thresholds.put(MONITOR_ENTER, LONG_ENOUGH);
        thresholds.put(THREAD_PARK, LONG_ENOUGH);
        thresholds.put(PINNED, LONG_ENOUGH);
        return thresholds;
    }

    /** As a file of the Flight Recorder. */
    public static String text() {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<configuration version=\"2.0\" label=\"Joust timeline\" provider=\"Joust\">\n");
        thresholds()
                .forEach((event, threshold) -> text.append(String.format(
                        Locale.ROOT,
                        "  <event name=\"%s\">%n    <setting name=\"enabled\">true</setting>%n"
                                + "    <setting name=\"threshold\">%s</setting>%n"
                                + "    <setting name=\"stackTrace\">false</setting>%n  </event>%n",
                        event,
                        threshold)));
        return text.append("</configuration>\n").toString();
    }
}
