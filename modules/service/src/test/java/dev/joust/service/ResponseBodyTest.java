package dev.joust.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResponseBodyTest {

    @Test
    void keyZeroGivesThePublishedFirstOutputsOfSplitMix64() {
        assertThat(Vectors.text(new ResponseBody(0, 48).start(48)))
                .isEqualTo("e220a8397b1dcdaf6e789e6aa1b965f406c45d188009454f");
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000000000,     128, 9c0d33e1f8fb0d8152820f0fc5ec9725de974a72f3c16c86aaf870af9ab41ed9",
        "0000000000000000,    4096, 3bdd4cb210995f2470e4d5db515f097163a6e435f028b0d05c1e308c152ce316",
        "00000000000003e8,    5000, 449ef718d88af3663fce0316e8c1522f57ca4c768f6844cbf9ce47c5323b9222",
        "123456789abcdef0,  262144, c26b5fe7efadad416c21370419b017e4bbe8b1b2853b9065cdf7a776e56c950e",
        "ffffffffffffffff, 1000003, d0c1c6a7f24b4d9244168f1151cf9eabc056536888b097de194835f8e9cfd1b2",
    })
    void everyByteFollowsFromTheKey(String key, int length, String sha256) throws Exception {
        ResponseBody body = new ResponseBody(Long.parseUnsignedLong(key, 16), length);
        assertThat(Vectors.sha256(body.start(length))).isEqualTo(sha256);
    }

    @Test
    void aBodyCutWithinAWordKeepsItsFirstDigits() {
        assertThat(Vectors.text(new ResponseBody(1000, 21).start(21))).isEqualTo(Vectors.START.substring(0, 21));
    }

    @Test
    void aBodyWithoutBytesIsEmpty() {
        assertThat(new ResponseBody(1000, 0).start(0)).isEmpty();
    }
}
