package dev.joust.compare.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class KnownCausesTest {

    @Test
    void theFirstLineThatFitsCounts() {
        var known = KnownCauses.read("""
            # scenario | arms | causes | why
            mixed | gil-threads, gil-* | lock, lock on return | A call waits for the lock.

            mixed | * | waits | Nothing | else.
            """);
        assertThat(known.of("mixed", "gil-threads")).map(KnownCause::words).contains("lock on return or lock");
        assertThat(known.of("mixed", "gil-1ms")).map(KnownCause::because).contains("A call waits for the lock.");
        assertThat(known.of("mixed", "vertx-loop"))
                .contains(new KnownCause("mixed", List.of("*"), Set.of(CauseKind.WAITS), "Nothing | else."));
        assertThat(known.of("mixed-at-cores", "gil-threads")).isEqualTo(Optional.empty());
    }

    @Test
    void aNameIsNotAPattern() {
        assertThat(KnownCauses.read("a.b | * | cpu | why").of("axb", "any")).isEmpty();
    }

    @Test
    void aLineThatIsNoKnownCauseIsRefused() {
        assertThatThrownBy(() -> KnownCauses.read("mixed | * | waits"))
                .hasMessage("not a known cause, which has 4 fields: mixed | * | waits");
        assertThatThrownBy(() -> KnownCauses.read("mixed | * | magic | why")).hasMessage("not a cause: magic");
        assertThatThrownBy(() -> KnownCauses.read("mixed | * | not known | why"))
                .hasMessage("not a cause: not known");
    }
}
