// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.util.List;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * Section {@code api}: the REST interface.
 *
 * @param bindIp address to listen on
 * @param bindPort port to listen on
 * @param pageSize rows of a list when the client names no number
 * @param insecureAuc whether AuC answers show Ki and OPc
 * @param compatibility how a client's mistakes are answered on PyHSS's paths
 * @param maxBodySize longest body in octets
 * @param requireIfMatch whether changes under {@code /v1} need If-Match
 * @param idempotencyHours for how long the answer to an Idempotency-Key is kept
 * @param sourceUrl where the source of what runs is offered (AGPL section 13)
 * @param access who may use it
 */
public record ApiConfig(
        String bindIp,
        int bindPort,
        int pageSize,
        boolean insecureAuc,
        Compatibility compatibility,
        int maxBodySize,
        boolean requireIfMatch,
        int idempotencyHours,
        String sourceUrl,
        ApiAccessConfig access) {

    /** How a client's mistakes are answered on PyHSS's paths. */
    public enum Compatibility {
        /** With 400, 404, 409 or 422 and a body that names field and rule. */
        STANDARD,
        /** As PyHSS does: 200 null, 400 or 500. */
        STRICT
    }

    static final KeyGroup OWN_KEYS = new KeyGroup("api", "REST interface for provisioning and operation");
    static final List<KeyGroup> KEYS = List.of(OWN_KEYS, ApiAccessConfig.KEYS);

    private static final int MAX_PAGE = 10_000;
    private static final int MIN_BODY = 1024;
    private static final int MAX_BODY = 64 << 20;
    private static final int MAX_IDEMPOTENCY_HOURS = 24 * 31;
    private static final Key<String> BIND_IP =
            OWN_KEYS.key("bind_ip", Types.HOST, "127.0.0.1", "Address that the REST interface listens on.");
    private static final Key<Integer> BIND_PORT =
            OWN_KEYS.key("bind_port", Types.LISTEN_PORT, "8080", "Port that the REST interface listens on.");
    private static final Key<Integer> PAGE_SIZE = OWN_KEYS.key(
            "page_size", Types.integer(1, MAX_PAGE), "100", "Rows of a list when the client names no number.");
    private static final Key<Boolean> INSECURE_AUC = OWN_KEYS.key(
            "enable_insecure_auc", Types.BOOLEAN, "false", "Whether AuC answers show Ki and OPc. Leave it off.");
    private static final Key<Compatibility> COMPATIBILITY = OWN_KEYS.key(
            "compatibility",
            Types.oneOf(Compatibility.class),
            "STANDARD",
            "How a client's mistakes are answered on PyHSS's paths: STANDARD with 400, 404, 409 or 422 and a body that names the"
                    + " field and the rule; STRICT as PyHSS does, with 200 null, 400 or 500.");
    private static final Key<Integer> MAX_BODY_SIZE = OWN_KEYS.key(
            "max_body_size", Types.integer(MIN_BODY, MAX_BODY), "1048576", "Longest body of a request in octets.");
    private static final Key<Boolean> REQUIRE_IF_MATCH = OWN_KEYS.key(
            "require_if_match",
            Types.BOOLEAN,
            "false",
            "Whether changing and deleting under /v1 needs the header If-Match, so that nobody overwrites what they have not seen.");
    private static final Key<Integer> IDEMPOTENCY_HOURS = OWN_KEYS.key(
            "idempotency_hours",
            Types.integer(1, MAX_IDEMPOTENCY_HOURS),
            "24",
            "For how many hours the answer to a POST with header Idempotency-Key is kept, to be given again.");

    private static final Key<String> SOURCE_URL = OWN_KEYS.key(
            "source_url",
            Types.TEXT,
            "https://jhss.org/source",
            "Where users of the interface get the source of what runs here, told by /oam/version. Who changes jHSS and lets others use it"
                    + " over a network must offer the changed source (section 13 of the AGPL).");

    static ApiConfig from(Values values, Paths paths) {
        return new ApiConfig(
                values.get(BIND_IP),
                values.get(BIND_PORT),
                values.get(PAGE_SIZE),
                values.get(INSECURE_AUC),
                values.get(COMPATIBILITY),
                values.get(MAX_BODY_SIZE),
                values.get(REQUIRE_IF_MATCH),
                values.get(IDEMPOTENCY_HOURS),
                values.get(SOURCE_URL),
                ApiAccessConfig.from(values, paths));
    }
}
