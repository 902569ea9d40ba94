// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.input;

import java.util.List;
import java.util.Map;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.S13;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.testkit.diameter.DiameterRequests;
import org.jhss.testkit.mutation.Mutator;

/** What is mutated. */
final class Corpus {

    private static final List<CommandDefinition> ALL = List.of(
            S6a.AIR, S6a.AIR, S6a.ULR, S6a.ULR, S6a.PUR, S6a.NOR, S13.ECR, S6a.AIA, S6a.ULA, S6a.CLR, S6a.IDR, S6a.IDA,
            Base.CER, Base.CEA, Base.DWR, Base.DWA, Base.DPR, Base.STR);

    /** What an application's peer sends on an open connection: nothing that opens or ends one. */
    private static final List<CommandDefinition> OF_APPLICATIONS =
            List.of(S6a.AIR, S6a.AIR, S6a.ULR, S6a.PUR, S6a.NOR, S13.ECR, S6a.CLA, S6a.IDA, Base.DWR);

    private Corpus() {}

    /** Messages of all sorts. */
    static Mutator all(long seed) {
        return new Mutator(seed, ALL, Map.of(Base.USER_NAME, List.of("001010000000001", "001010000000002")));
    }

    /** Messages of a peer, of which some ask for subscribers who exist. */
    static Mutator of(long seed, DiameterRequests peer, List<String> imsis) {
        Map<AvpDefinition, List<String>> texts = Map.of(
                Base.USER_NAME, imsis,
                Base.ORIGIN_HOST, List.of(peer.host().value()),
                Base.ORIGIN_REALM, List.of(peer.realm().value()),
                Base.DESTINATION_REALM, List.of(peer.homeRealm().value()));
        return new Mutator(seed, OF_APPLICATIONS, texts);
    }
}
