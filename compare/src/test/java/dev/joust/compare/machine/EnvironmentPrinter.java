package dev.joust.compare.machine;

import java.util.Locale;
import java.util.Optional;

/** A process of its own that prints which machine it sees. */
final class EnvironmentPrinter {
    private EnvironmentPrinter() {}

    public static void main(String[] args) {
        var environment = Environment.read(Optional.empty());
        System.out.printf(
                Locale.ROOT,
                "processor %s, system %s, %d MiB%n",
                environment.hardware().processor(),
                environment.software().system(),
                environment.hardware().memoryBytes() >> 20);
        var self = ProcessHandle.current().pid();
        System.out.println("readings "
                + new OshiProcessReader()
                        .read(self, ReadingDetail.EVERYTHING).stream().count());
    }
}
