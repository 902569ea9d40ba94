// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Request;
import org.jhss.api.route.Status;

/** Octets that do not change while the service runs: compressed once, and sent only to who does not have them yet. */
final class Page {

    /** What a page may load and talk to: this server alone. Swagger UI sets style attributes and draws its icons from data URLs. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    private static final int TAG_OCTETS = 12;

    private final String contentType;
    private final byte[] plain;
    private final byte[] compressed;
    private final String tag;

    Page(String contentType, byte[] octets) {
        this.contentType = contentType;
        this.plain = octets.clone();
        this.compressed = compressed(octets);
        this.tag = "\"" + HexFormat.of().formatHex(digest(octets), 0, TAG_OCTETS) + "\"";
    }

    /** The page, or that the client's copy is still right (RFC 9110 13.1.2). */
    Answer answer(Request request) {
        if (request.header("If-None-Match").filter(this::isKnown).isPresent()) {
            return withHeaders(Answer.empty(Status.NOT_MODIFIED));
        }
        boolean zip = request.header("Accept-Encoding")
                .filter(accepted -> accepted.contains("gzip"))
                .isPresent();
        return zip
                ? withHeaders(Answer.bytes(contentType, compressed)).with("Content-Encoding", "gzip")
                : withHeaders(Answer.bytes(contentType, plain));
    }

    private boolean isKnown(String condition) {
        return condition.contains(tag) || condition.equals("*");
    }

    private Answer.Done withHeaders(Answer.Done answer) {
        return answer.with("ETag", tag)
                .with("Vary", "Accept-Encoding")
                .with("Cache-Control", "no-cache")
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer")
                .with("Content-Security-Policy", POLICY);
    }

    private static byte[] compressed(byte[] octets) {
        var out = new ByteArrayOutputStream(octets.length / 2);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] digest(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
