// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.S6t;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.hss.outbound.OutboundRequest;
import org.jhss.hss.s6a.ServingNodes;
import org.jhss.identity.Imsi;
import org.jhss.platform.config.HssIdentity;
import org.jhss.store.work.ServingNode;

/**
 * Delete-Subscriber-Data-Request (TS 29.272 5.2.2.2, 7.2.11): takes parts of the subscription from a node.
 *
 * @param imsi the subscriber
 * @param withdrawals what is taken away
 * @param details which ones, where there are several
 */
public record DeleteSubscriberData(Imsi imsi, Set<Withdrawal> withdrawals, Details details) {

    /**
     * What the flags need besides.
     *
     * @param contextIds Context-Identifiers of APNs or PDP contexts
     * @param traceReference Trace-Reference (7.3.64), hexadecimal
     * @param scefId SCEF-ID
     * @param teleservices TS-Codes (7.3.100), hexadecimal
     * @param supplementaryServices SS-Codes (7.3.87), hexadecimal
     * @param externalIdentifiers External-Identifiers
     */
    public record Details(
            List<Integer> contextIds,
            Optional<String> traceReference,
            Optional<String> scefId,
            List<String> teleservices,
            List<String> supplementaryServices,
            List<String> externalIdentifiers) {

        public static final Details NONE =
                new Details(List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());

        public Details {
            contextIds = List.copyOf(contextIds);
            teleservices = List.copyOf(teleservices);
            supplementaryServices = List.copyOf(supplementaryServices);
            externalIdentifiers = List.copyOf(externalIdentifiers);
        }
    }

    public DeleteSubscriberData {
        withdrawals = Set.copyOf(withdrawals);
    }

    /** The request for {@code node}; empty when what is stored of it is no Diameter identity. */
    public Optional<OutboundRequest> to(ServingNode.Address node, HssIdentity identity) {
        return ServingNodes.request(S6a.DSR, node, identity, this::write);
    }

    private void write(MessageWriter writer) {
        int flags = 0;
        for (var withdrawal : withdrawals) {
            flags |= withdrawal.flag();
        }
        var hexadecimal = HexFormat.of();
        writer.add(Base.USER_NAME, imsi.value()).add(S6a.DSR_FLAGS, flags);
        details.scefId().ifPresent(scef -> writer.add(S6t.SCEF_ID, scef));
        details.contextIds().forEach(context -> writer.add(S6a.CONTEXT_IDENTIFIER, context.intValue()));
        details.traceReference()
                .ifPresent(reference -> writer.add(S6a.TRACE_REFERENCE, hexadecimal.parseHex(reference)));
        details.teleservices().forEach(code -> writer.add(S6a.TS_CODE, hexadecimal.parseHex(code)));
        details.supplementaryServices().forEach(code -> writer.add(S6a.SS_CODE, hexadecimal.parseHex(code)));
        details.externalIdentifiers().forEach(name -> writer.add(S6t.EXTERNAL_IDENTIFIER, name));
    }
}
