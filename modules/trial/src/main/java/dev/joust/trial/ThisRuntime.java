package dev.joust.trial;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;

/** The version and the counters of this JVM. */
final class ThisRuntime {
    private ThisRuntime() {}

    static String version() {
        return System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version");
    }

    /** A model's counters together with those of the JVM, in milliseconds since the start of the process. */
    static Map<String, Double> with(Map<String, Double> counters) {
        Map<String, Double> all = new TreeMap<>(counters);
        long collectionMillis = 0;
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            collectionMillis += Math.max(0, collector.getCollectionTime());
        }
        all.put("jvm.gc.ms", (double) collectionMillis);
        var compiler = ManagementFactory.getCompilationMXBean();
        if (compiler != null && compiler.isCompilationTimeMonitoringSupported()) {
            all.put("jvm.jit.ms", (double) compiler.getTotalCompilationTime());
        }
        return all;
    }
}
