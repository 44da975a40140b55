package dev.joust.compare.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A hierarchy of control groups as this process sees it. See cgroups(7) and proc_pid_mountinfo(5).
 *
 * @param controllers of version 1 those that it was mounted with; of version 2, one hierarchy for all, nothing
 * @param mount where it is shown, relative to the root of the file system
 * @param group of this process, below the mount
 */
record CgroupHierarchy(boolean unified, List<String> controllers, Path mount, Path group) {

    private record Group(List<String> controllers, String path) {}

    /** All that are mounted. */
    static List<CgroupHierarchy> of(Path root) throws IOException {
        var groups = groups(root);
        List<CgroupHierarchy> all = new ArrayList<>();
        for (String line : Files.readAllLines(root.resolve("proc/self/mountinfo"))) {
            String[] sides = line.split(" - ", 2);
            if (sides.length == 2 && sides[1].startsWith("cgroup")) {
                all.addAll(mounted(sides[0].split(" "), sides[1].split(" "), groups));
            }
        }
        return all;
    }

    /** One mount: which part of the hierarchy it shows, where it shows it, its kind, and for version 1 its controllers. */
    private static List<CgroupHierarchy> mounted(String[] place, String[] kind, List<Group> groups) {
        boolean unified = kind[0].equals("cgroup2");
        var options = unified ? List.of("") : List.of(kind[2].split(","));
        return groups.stream()
                .filter(group -> group.controllers().stream().anyMatch(options::contains))
                .limit(1)
                .map(group -> new CgroupHierarchy(
                        unified,
                        unified ? List.of() : group.controllers(),
                        relative(place[4]),
                        relative(below(place[3], group.path()))))
                .toList();
    }

    private static List<Group> groups(Path root) throws IOException {
        return Files.readAllLines(root.resolve("proc/self/cgroup")).stream()
                .map(line -> line.split(":", 3))
                .filter(fields -> fields.length == 3)
                .map(fields -> new Group(List.of(fields[1].split(",")), fields[2]))
                .toList();
    }

    /** A container may see only its own part of the hierarchy, mounted as if it were all. */
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
