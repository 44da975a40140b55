package dev.joust.compare.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a user can do where no control group with limits can be made. */
record ControlGroupAdvice(Path root, List<String> controllers) {
    private static final String PERMISSION = "it takes Linux and root, or a delegated part of the hierarchy:"
            + " systemd-run --user --scope -p Delegate=yes ./joust ...";

    /**
     * By default a systemd user manager passes on memory and pids, so {@code --user} with {@code Delegate=yes} does not
     * bring the CPU controller.
     */
    private static final String DELEGATION = "%s is not delegated to this user: as root use systemd-run --scope -p"
            + " Delegate=yes ./joust ...; or let an administrator write [Service] Delegate=%s to"
            + " /etc/systemd/system/user@.service.d/delegate.conf, run systemctl daemon-reload, and log in again";

    /** One sentence. */
    String text() {
        try {
            for (var hierarchy : CgroupHierarchy.of(root)) {
                if (hierarchy.unified()) {
                    var missing = missing(hierarchy);
                    return missing.isEmpty()
                            ? PERMISSION
                            : String.format(Locale.ROOT, DELEGATION, String.join(" and ", missing), delegated());
                }
            }
            return PERMISSION;
        } catch (IOException e) {
            return PERMISSION;
        }
    }

    /** The controllers that the hierarchy has, and that do not reach the group of this process. */
    private List<String> missing(CgroupHierarchy hierarchy) throws IOException {
        var offered = controllers(root.resolve(hierarchy.mount()));
        var here = controllers(root.resolve(hierarchy.folder()));
        return controllers.stream()
                .filter(controller -> offered.contains(controller) && !here.contains(controller))
                .toList();
    }

    private String delegated() {
        return controllers.contains("cpu") ? "cpu memory pids" : "memory pids";
    }

    private static List<String> controllers(Path group) throws IOException {
        var file = group.resolve("cgroup.controllers");
        return Files.exists(file) ? List.of(Files.readString(file).strip().split("\\s+")) : List.of();
    }
}
