package dev.joust.compare.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One mounted hierarchy of control groups, as this process sees it. See cgroups(7) and proc_pid_mountinfo(5).
 *
 * @param unified whether it is of version 2
 * @param controllers in version 1 the controllers of this mount; in version 2 empty, since one hierarchy serves all
 * @param mount the mount point, relative to the root of the file system
 * @param group the group of this process, below the mount point
 */
record CgroupHierarchy(boolean unified, List<String> controllers, Path mount, Path group) {

    private record Membership(List<String> controllers, String path) {}

    /** All mounted hierarchies. */
    static List<CgroupHierarchy> of(Path root) throws IOException {
        var memberships = memberships(root);
        List<CgroupHierarchy> all = new ArrayList<>();
        for (String line : Files.readAllLines(root.resolve("proc/self/mountinfo"))) {
            String[] sides = line.split(" - ", 2);
            if (sides.length == 2 && sides[1].startsWith("cgroup")) {
                all.addAll(mounted(sides[0].split(" "), sides[1].split(" "), memberships));
            }
        }
        return all;
    }

    /**
     * The hierarchy of one line of mountinfo.
     *
     * @param place the fields before the dash: the fourth is the part of the hierarchy, the fifth the mount point
     * @param kind the fields after it: the file system, and in version 1 the controllers
     */
    private static List<CgroupHierarchy> mounted(String[] place, String[] kind, List<Membership> memberships) {
        boolean unified = kind[0].equals("cgroup2");
        var options = unified ? List.of("") : List.of(kind[2].split(","));
        return memberships.stream()
                .filter(member -> member.controllers().stream().anyMatch(options::contains))
                .limit(1)
                .map(member -> new CgroupHierarchy(
                        unified,
                        unified ? List.of() : member.controllers(),
                        relative(place[4]),
                        relative(below(place[3], member.path()))))
                .toList();
    }

    private static List<Membership> memberships(Path root) throws IOException {
        return Files.readAllLines(root.resolve("proc/self/cgroup")).stream()
                .map(line -> line.split(":", 3))
                .filter(fields -> fields.length == 3)
                .map(fields -> new Membership(List.of(fields[1].split(",")), fields[2]))
                .toList();
    }

    /** A container may see only its own part of the hierarchy, mounted as if it were the whole. */
    private static String below(String shown, String path) {
        return path.startsWith(shown) ? path.substring(shown.length()) : "";
    }

    private static Path relative(String path) {
        return Path.of(path.replaceFirst("^/+", ""));
    }

    /** The folder of this process's group, relative to the root of the file system. */
    Path folder() {
        return mount.resolve(group);
    }
}
