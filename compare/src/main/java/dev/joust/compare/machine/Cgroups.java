package dev.joust.compare.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The limits of this process's control groups, of version 1, 2, or both at once. A group's limit binds all below it, so each group
 * from ours up to the mount's root is asked. See cgroups(7) and proc_pid_mountinfo(5).
 *
 * @param root of the file system
 */
record Cgroups(Path root) {
    private static final long NO_LIMIT_BYTES = 1L << 62;

    Limits limits() {
        Limits all = Limits.NONE;
        for (String mount : text("proc/self/mountinfo").orElse("").split("\n")) {
            String[] sides = mount.split(" - ", 2);
            if (sides.length == 2 && sides[1].startsWith("cgroup")) {
                all = all.and(under(sides[0].split(" "), sides[1].split(" ")));
            }
        }
        return all;
    }

    /** Of one mount: which part of the hierarchy it shows, where it shows it, its kind, and for version 1 its controllers. */
    private Limits under(String[] place, String[] kind) {
        boolean unified = kind[0].equals("cgroup2");
        List<String> options = unified ? List.of("") : List.of(kind[2].split(","));
        return groups().stream()
                .filter(group ->
                        List.of(group.controllers().split(",")).stream().anyMatch(options::contains))
                .findFirst()
                .map(group -> upwards(place[4], below(place[3], group.path()), unified))
                .orElse(Limits.NONE);
    }

    private Limits upwards(String mountPoint, String path, boolean unified) {
        Limits all = Limits.NONE;
        for (var group = Path.of(path); group != null; group = group.getParent()) {
            String folder = mountPoint + "/" + group;
            all = all.and(unified ? second(folder) : first(folder));
        }
        return all;
    }

    private Limits first(String folder) {
        var quota = number(folder + "/cpu.cfs_quota_us").filter(micros -> micros > 0);
        var period = number(folder + "/cpu.cfs_period_us");
        return new Limits(
                quota.flatMap(granted -> period.map(every -> (double) granted / every)),
                number(folder + "/memory.limit_in_bytes").filter(bytes -> bytes < NO_LIMIT_BYTES));
    }

    private Limits second(String folder) {
        var cores = text(folder + "/cpu.max")
                .map(line -> line.trim().split(" "))
                .filter(fields -> !fields[0].equals("max"))
                .map(fields -> Double.parseDouble(fields[0]) / Double.parseDouble(fields[1]));
        return new Limits(cores, number(folder + "/memory.max"));
    }

    private record Group(String controllers, String path) {}

    private List<Group> groups() {
        return text("proc/self/cgroup")
                .orElse("")
                .lines()
                .map(line -> line.split(":", 3))
                .filter(fields -> fields.length == 3)
                .map(fields -> new Group(fields[1], fields[2]))
                .toList();
    }

    /** A container may see only its own part of the hierarchy, mounted as if it were all. */
    private static String below(String shown, String path) {
        return path.startsWith(shown) ? "/" + path.substring(shown.length()) : "/";
    }

    private Optional<Long> number(String file) {
        return text(file)
                .map(String::trim)
                .filter(text -> text.matches("-?\\d{1,18}|\\d{19}"))
                .map(Long::valueOf);
    }

    private Optional<String> text(String file) {
        try {
            return Optional.of(Files.readString(root.resolve(file.replaceFirst("^/+", ""))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
