package dev.joust.trial;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;

/** What this JVM says of itself. */
final class ThisRuntime {
    private ThisRuntime() {}

    static String version() {
        return System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version");
    }

    /** A model's counters with those of the JVM beside them. */
    static Map<String, Double> with(Map<String, Double> counters) {
        Map<String, Double> all = new TreeMap<>(counters);
        long collecting = 0;
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            collecting += Math.max(0, collector.getCollectionTime());
        }
        all.put("jvm.collecting.ms", (double) collecting);
        var compiler = ManagementFactory.getCompilationMXBean();
        if (compiler != null && compiler.isCompilationTimeMonitoringSupported()) {
            all.put("jvm.compiling.ms", (double) compiler.getTotalCompilationTime());
        }
        return all;
    }
}
