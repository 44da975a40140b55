package dev.joust.compare.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The limits of this process's control groups, of version 1, 2, or both. A group's limit binds all groups below it, so
 * every group from ours up to the root of the mount is read.
 *
 * @param root of the file system
 */
record CgroupLimits(Path root) {
    private static final long NO_LIMIT_BYTES = 1L << 62;

    ResourceLimits limits() {
        ResourceLimits all = ResourceLimits.NONE;
        try {
            for (var hierarchy : CgroupHierarchy.of(root)) {
                all = all.and(fromGroupToRoot(hierarchy));
            }
        } catch (IOException e) {
            return ResourceLimits.NONE; // a system without control groups
        }
        return all;
    }

    private ResourceLimits fromGroupToRoot(CgroupHierarchy hierarchy) {
        ResourceLimits all = ResourceLimits.NONE;
        for (var folder = hierarchy.folder();
                folder != null && folder.startsWith(hierarchy.mount());
                folder = folder.getParent()) {
            all = all.and(hierarchy.unified() ? ofVersion2(folder) : ofVersion1(folder));
        }
        return all;
    }

    private ResourceLimits ofVersion1(Path folder) {
        var quota = number(folder.resolve("cpu.cfs_quota_us")).filter(micros -> micros > 0);
        var period = number(folder.resolve("cpu.cfs_period_us"));
        return new ResourceLimits(
                quota.flatMap(granted -> period.map(every -> (double) granted / every)),
                number(folder.resolve("memory.limit_in_bytes")).filter(bytes -> bytes < NO_LIMIT_BYTES));
    }

    private ResourceLimits ofVersion2(Path folder) {
        var cores = text(folder.resolve("cpu.max"))
                .map(line -> line.trim().split(" "))
                .filter(fields -> !fields[0].equals("max"))
                .map(fields -> Double.parseDouble(fields[0]) / Double.parseDouble(fields[1]));
        return new ResourceLimits(cores, number(folder.resolve("memory.max")));
    }

    private Optional<Long> number(Path file) {
        return text(file)
                .map(String::trim)
                .filter(text -> text.matches("-?\\d{1,18}|\\d{19}"))
                .map(Long::valueOf);
    }

    private Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(root.resolve(file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
