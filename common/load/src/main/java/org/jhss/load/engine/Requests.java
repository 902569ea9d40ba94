// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import java.util.ArrayList;
import java.util.List;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.Ietf;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.identity.PeerHost;
import org.jhss.load.command.LoadCommand;
import org.jhss.load.command.RequestContext;
import org.jhss.load.plan.LoadPlan;
import org.jhss.load.plan.MixEntry;

/** Makes the templates of a peer's requests. */
final class Requests {

    private static final int NO_STATE_MAINTAINED = 1;

    private final LoadPlan plan;
    private final List<LoadCommand> commands;
    private final String sessionEpoch;

    /**
     * @param commands of the mix's entries, in their order
     * @param epoch the high half of all Session-Ids, for those of different runs to differ
     */
    Requests(LoadPlan plan, List<LoadCommand> commands, int epoch) {
        this.plan = plan;
        this.commands = commands;
        this.sessionEpoch = Integer.toUnsignedString(epoch);
    }

    /** One template for each entry of the mix. */
    RequestTemplate[] templates(PeerHost host) {
        var templates = new ArrayList<RequestTemplate>();
        for (int i = 0; i < commands.size(); i++) {
            var command = commands.get(i);
            var entry = plan.mix().get(i);
            templates.add(new RequestTemplate(out -> write(out, command, entry, host)));
        }
        return templates.toArray(new RequestTemplate[0]);
    }

    private void write(MessageWriter out, LoadCommand command, MixEntry entry, PeerHost host) {
        var definition = command.definition();
        out.startRequest(definition, 0, 0)
                .add(
                        Base.SESSION_ID,
                        host.value() + ";" + sessionEpoch + ";" + "0".repeat(RequestTemplate.SESSION_DIGITS));
        if (entry.priority().isPresent()) {
            out.add(Ietf.DRMP, entry.priority().getAsInt());
        }
        addApplication(out, definition);
        out.add(Base.AUTH_SESSION_STATE, NO_STATE_MAINTAINED)
                .add(Base.ORIGIN_HOST, host.value())
                .add(Base.ORIGIN_REALM, plan.peers().originRealm().value());
        plan.peers().destinationHost().ifPresent(to -> out.add(Base.DESTINATION_HOST, to.value()));
        out.add(Base.DESTINATION_REALM, plan.peers().destinationRealm().value());
        command.write(
                out, new RequestContext(host, plan.peers(), plan.subscribers().first()));
    }

    private static void addApplication(MessageWriter out, CommandDefinition definition) {
        var application = definition.application();
        if (application.vendorId() == 0) {
            out.add(Base.AUTH_APPLICATION_ID, application.id());
        } else {
            out.begin(Base.VENDOR_SPECIFIC_APPLICATION_ID)
                    .add(Base.VENDOR_ID, application.vendorId())
                    .add(Base.AUTH_APPLICATION_ID, application.id())
                    .end();
        }
    }
}
