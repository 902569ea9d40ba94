// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.util.List;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.ValueType;
import org.jhss.platform.config.schema.Values;

/**
 * The GSUP front for Osmocom networks.
 *
 * @param bindIp address to listen on
 * @param bindPort port to listen on
 * @param ussdCodes answers to USSD codes
 */
public record GsupConfig(String bindIp, int bindPort, List<UssdCode> ussdCodes) {

    /**
     * The answer to one USSD code.
     *
     * @param code what the subscriber dials, such as {@code *#100#}
     * @param message the answer; {@code %msisdn%} and {@code %imsi%} are replaced
     */
    public record UssdCode(String code, String message) {

        private static final KeyGroup KEYS = new KeyGroup("", "One USSD code");
        private static final Key<String> CODE = KEYS.required("code", Types.TEXT, "What the subscriber dials.");
        private static final Key<String> MESSAGE =
                KEYS.required("msg", Types.TEXT, "The answer; %msisdn% and %imsi% are replaced.");

        static final ValueType<UssdCode> TYPE =
                Types.struct(KEYS, values -> new UssdCode(values.get(CODE), values.get(MESSAGE)));
    }

    static final KeyGroup KEYS = new KeyGroup("hss.gsup", "GSUP front for Osmocom networks");

    private static final Key<String> BIND_IP =
            KEYS.key("bind_ip", Types.HOST, "127.0.0.1", "Address that the GSUP server listens on.");
    private static final Key<Integer> BIND_PORT =
            KEYS.key("bind_port", Types.LISTEN_PORT, "4222", "Port that the GSUP server listens on.");
    private static final Key<List<UssdCode>> USSD_CODES = KEYS.key(
            "ussd.codes",
            Types.listOf(UssdCode.TYPE),
            "[]",
            "Answers to USSD codes, each with code and msg; %msisdn% and %imsi% are replaced.");

    static GsupConfig from(Values values) {
        return new GsupConfig(values.get(BIND_IP), values.get(BIND_PORT), values.get(USSD_CODES));
    }
}
