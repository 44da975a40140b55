package dev.joust.service;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a request. Each is known and given at most once. The router's own parser drops what it does not
 * understand and is slower than the two string searches per parameter here.
 */
final class Query {
    private static final int KEY_DIGITS = 16;
    private static final String KEY_RULE = "key must be exactly 16 lower-case hex digits";
    private static final String KEY_MISSING =
            "key must be given as 16 lower-case hex digits, for example key=00000000000003e8";

    private final Map<String, String> values;

    private Query(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Parses a query.
     *
     * @param raw the query of the request line, with percent escapes; null without a question mark
     * @param known the names of the parameters
     * @throws Refusal when a parameter is unknown, given twice or malformed
     */
    static Query parse(String raw, List<String> known) throws Refusal {
        Map<String, String> values = new HashMap<>();
        int start = 0;
        while (raw != null && start < raw.length()) {
            int end = raw.indexOf('&', start);
            String pair = raw.substring(start, end < 0 ? raw.length() : end);
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (!known.contains(name)) {
                throw Refusal.unknownParameter(name, known);
            }
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (values.putIfAbsent(name, value) != null) {
                throw Refusal.badParameter(name + " must be given once only", name, value);
            }
            start = end < 0 ? raw.length() : end + 1;
        }
        return new Query(values);
    }

    /** The key as a number. */
    long key() throws Refusal {
        String value = values.get("key");
        if (value == null) {
            throw Refusal.bad(KEY_MISSING);
        }
        if (value.length() != KEY_DIGITS) {
            throw Refusal.badParameter(KEY_RULE, "key", value);
        }
        long key = 0;
        for (int i = 0; i < KEY_DIGITS; i++) {
            char digit = value.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                throw Refusal.badParameter(KEY_RULE, "key", value);
            }
            key = key << 4 | (digit <= '9' ? digit - '0' : digit - 'a' + 10);
        }
        return key;
    }

    /** The number of bytes; {@code otherwise} if it is not given. */
    long bytes(long otherwise, long most) throws Refusal {
        String value = values.get("bytes");
        if (value == null) {
            return otherwise;
        }
        long bytes = Digits.value(value, value.length());
        if (bytes < 0 || bytes > most) {
            throw Refusal.badParameter("bytes must be a whole number from 0 to " + most, "bytes", value);
        }
        return bytes;
    }

    /** The delay; 0 if it is not given. */
    long delayNanos() throws Refusal {
        String value = values.get("delay");
        return value == null ? 0 : Delay.nanos(value);
    }

    private static String decode(String text) throws Refusal {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.badParameter("the query has a malformed percent escape", "query", text);
        }
    }
}
