package dev.joust.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class QueryTest {
    private static final List<String> KNOWN = List.of("delay", "bytes", "key");

    @Test
    void givenParametersAreReadAndOthersHaveDefaults() throws Refusal {
        Query query = Query.parse("bytes=7&key=fedcba9876543210", KNOWN);
        assertThat(query.bytes(128, 1000)).isEqualTo(7);
        assertThat(query.key()).isEqualTo(0xfedcba9876543210L);
        assertThat(query.delayNanos()).isZero();
        assertThat(Query.parse(null, KNOWN).bytes(128, 1000)).isEqualTo(128);
    }

    @Test
    void escapesAreDecoded() throws Refusal {
        assertThat(Query.parse("k%65y=%30000000000000%33e8", KNOWN).key()).isEqualTo(1000);
    }

    @Test
    void aMalformedEscapeIsRefused() {
        assertThatThrownBy(() -> Query.parse("key=%zz", KNOWN))
                .isInstanceOf(Refusal.class)
                .hasMessage("the query has a malformed percent escape: query=%zz");
    }

    @Test
    void aParameterGivenTwiceIsRefused() {
        assertThatThrownBy(() -> Query.parse("bytes=1&bytes=1", KNOWN))
                .hasMessage("bytes must be given once only: bytes=1");
    }

    @Test
    void anEmptyParameterIsUnknown() {
        assertThatThrownBy(() -> Query.parse("bytes=1&&key=1", KNOWN))
                .hasMessage("unknown parameter ''; known: delay, bytes, key");
    }
}
