package dev.joust.service;

import io.vertx.core.http.HttpServerResponse;

/** A refused request. The message is the sentence that answers it. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int ECHO_LIMIT = 40;

    private final int status;
    private final String allow;

    private Refusal(int status, String sentence, String allow) {
        // no stack trace: a flood of bad requests must stay cheap
        super(sentence, null, false, false);
        this.status = status;
        this.allow = allow;
    }

    static Refusal badParameter(String rule, String name, String value) {
        return bad(rule + ": " + echo(name) + "=" + echo(value));
    }

    static Refusal unknownParameter(String name, Iterable<String> known) {
        return bad("unknown parameter '" + echo(name) + "'; known: " + String.join(", ", known));
    }

    static Refusal bad(String sentence) {
        return new Refusal(400, sentence, null);
    }

    static Refusal notFound(String path) {
        return new Refusal(404, "nothing is at " + echo(path) + "; try /call, /stream or /stats", null);
    }

    static Refusal wrongMethod(String path, String allowed, String found) {
        return new Refusal(405, path + " takes " + allowed + " only: " + echo(found), allowed);
    }

    static Refusal forbidden(String sentence) {
        return new Refusal(403, sentence, null);
    }

    static Refusal held(String sentence) {
        return new Refusal(409, sentence, null);
    }

    void answer(HttpServerResponse response) {
        if (allow != null) {
            response.putHeader("allow", allow);
        }
        response.setStatusCode(status).putHeader("content-type", "text/plain").end(getMessage());
    }

    /** What the client sent, shortened and printable, so that the answer stays one readable line. */
    private static String echo(String sent) {
        String start = sent.length() <= ECHO_LIMIT ? sent : sent.substring(0, ECHO_LIMIT) + "...";
        return start.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
