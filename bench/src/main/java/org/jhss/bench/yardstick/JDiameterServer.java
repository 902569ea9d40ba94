// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.yardstick;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jdiameter.api.Answer;
import org.jdiameter.api.ApplicationId;
import org.jdiameter.api.AvpSet;
import org.jdiameter.api.Network;
import org.jdiameter.api.Request;
import org.jdiameter.server.impl.StackImpl;
import org.jdiameter.server.impl.helpers.XMLConfiguration;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.Vendors;
import org.jhss.diameter.message.ResultCode;

/**
 * jDiameter's server stack as a process that answers every AIR with the same vector: no database, no queue, no cryptography. What it
 * reaches is what the stack alone allows.
 */
public final class JDiameterServer {

    /** What it prints when it listens. */
    static final String READY = "listening";

    private static final String PORT_MARK = "@PORT@";
    private static final byte[] RAND = new byte[16];
    private static final byte[] XRES = new byte[8];
    private static final byte[] KASME = new byte[32];
    private static final long NO_STATE_MAINTAINED = 1;

    private JDiameterServer() {}

    /**
     * Runs it until it is killed.
     *
     * @param arguments the port
     */
    public static void main(String[] arguments) throws Exception {
        var stack = new StackImpl();
        stack.init(new XMLConfiguration(new ByteArrayInputStream(configuration(arguments[0]))));
        stack.unwrap(Network.class)
                .addNetworkReqListener(
                        JDiameterServer::answer,
                        ApplicationId.createByAuthAppId(Vendors.THREE_GPP, S6a.APPLICATION.id()));
        stack.start();
        System.out.println(READY);
        new CountDownLatch(1).await();
    }

    private static byte[] configuration(String port) throws IOException {
        try (var template = Objects.requireNonNull(JDiameterServer.class.getResourceAsStream("server.xml"))) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(PORT_MARK, port)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private static Answer answer(Request request) {
        var answer = request.createAnswer(ResultCode.SUCCESS.value());
        var avps = answer.getAvps();
        avps.addAvp(Base.AUTH_SESSION_STATE.code(), NO_STATE_MAINTAINED, true, false, true);
        var vector = group(group(avps, S6a.AUTHENTICATION_INFO.code()), S6a.E_UTRAN_VECTOR.code());
        vector.addAvp(S6a.RAND.code(), RAND, Vendors.THREE_GPP, true, false);
        vector.addAvp(S6a.XRES.code(), XRES, Vendors.THREE_GPP, true, false);
        vector.addAvp(S6a.AUTN.code(), RAND, Vendors.THREE_GPP, true, false);
        vector.addAvp(S6a.KASME.code(), KASME, Vendors.THREE_GPP, true, false);
        return answer;
    }

    private static AvpSet group(AvpSet parent, int code) {
        return parent.addGroupedAvp(code, Vendors.THREE_GPP, true, false);
    }
}
