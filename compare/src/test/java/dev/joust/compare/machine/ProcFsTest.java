package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcFsTest {
    private static final String STATUS =
            "Pss_Dirty:\t 7 kB\nPss:\t  42 kB\nnonvoluntary_x:\t1\nvoluntary_x:\t2\nEmpty:\t\n";

    @Test
    void aKeyIsFoundOnlyWhereItIsTheWholeKey() {
        assertThat(ProcFs.number(STATUS, "Pss")).hasValue(42);
        assertThat(ProcFs.number(STATUS, "Pss_Dirty")).hasValue(7);
        assertThat(ProcFs.number(STATUS, "voluntary_x")).hasValue(2);
        assertThat(ProcFs.number(STATUS, "Dirty")).isEmpty();
        assertThat(ProcFs.number(STATUS, "Rss")).isEmpty();
    }

    @Test
    void aKeyWithoutANumberIsNotZero() {
        assertThat(ProcFs.number(STATUS, "Empty")).isEmpty();
        assertThat(ProcFs.number("", "Pss")).isEmpty();
    }

    @Test
    void aMissingFileIsEmpty(@TempDir Path root) {
        var proc = new ProcFs(root);
        assertThat(proc.read("1/stat")).isEmpty();
        assertThat(proc.list("1/task")).isEmpty();
        assertThat(proc.linkTarget("1/fd/0")).isEmpty();
    }
}
