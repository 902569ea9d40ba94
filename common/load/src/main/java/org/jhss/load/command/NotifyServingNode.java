// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.command;

import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.Ietf;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.MessageWriter;

/** Notify-Request that tells the PDN gateway of an APN, as an MME sends after attaching (TS 29.272 7.2.17). */
final class NotifyServingNode implements LoadCommand {

    private static final String APN = "internet";
    private static final int CONTEXT = 1;

    @Override
    public CommandDefinition definition() {
        return S6a.NOR;
    }

    @Override
    public void write(MessageWriter out, RequestContext context) {
        out.add(Base.USER_NAME, context.imsi().value())
                .begin(Ietf.MIP6_AGENT_INFO)
                .begin(Ietf.MIP_HOME_AGENT_HOST)
                .add(Base.DESTINATION_REALM, context.peers().originRealm().value())
                .add(
                        Base.DESTINATION_HOST,
                        "pgw." + context.peers().originRealm().value())
                .end()
                .end()
                .add(S6a.CONTEXT_IDENTIFIER, CONTEXT)
                .add(Ietf.SERVICE_SELECTION, APN)
                .add(S6a.NOR_FLAGS, 0);
    }
}
