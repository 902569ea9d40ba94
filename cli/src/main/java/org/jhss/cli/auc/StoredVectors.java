// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.auc;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jhss.aka.SqnAllocation;
import org.jhss.aka.SqnPolicy;
import org.jhss.auc.SimCard;
import org.jhss.identity.Imsi;
import org.jhss.platform.config.SqnConfig;
import org.jhss.store.Store;
import org.jhss.store.work.Need;
import org.jhss.store.work.SubscriberState;
import org.jhss.store.work.UnitOfWork;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Vectors of a stored subscriber, in a unit of work as those of S6a: the sequence numbers are used up, and none leaves before that is
 * committed.
 */
final class StoredVectors {

    /** The command line's place among serving nodes: which IND it gets (TS 33.102 C.3.4). */
    private static final int SELECTOR = "jhss vector".hashCode();

    private static final Set<Need> KEYS = EnumSet.of(Need.AUTHENTICATION);

    /** What became of it. */
    sealed interface Result {}

    /** They are made. */
    record Made(List<ObjectNode> vectors) implements Result {}

    /** Nothing has happened. */
    record Refused(String reason) implements Result {}

    private final Store store;
    private final SqnPolicy policy;

    StoredVectors(Store store, SqnConfig slice) {
        this.store = store;
        this.policy = new SqnPolicy(slice.indBits(), slice.indFirst(), slice.indCount());
    }

    Result make(Imsi imsi, Vectors vectors, VectorKind kind, int count) {
        return store.unitsOfWork().run(work -> {
            work.prefetch(List.of(imsi), KEYS);
            var subscriber = work.subscriber(imsi);
            return subscriber.isEmpty()
                    ? new Refused("there are no keys for " + imsi)
                    : make(work, subscriber.get(), vectors, kind, count);
        });
    }

    private Result make(UnitOfWork work, SubscriberState subscriber, Vectors vectors, VectorKind kind, int count) {
        return switch (SimCard.of(subscriber.keys())) {
            case SimCard.Unusable(var reason) -> new Refused(reason);
            case SimCard.GsmSim(var key) -> {
                if (kind != VectorKind.GSM) {
                    yield new Refused("this is a SIM of 2G, which has triplets only; --for gsm makes them");
                }
                var triplets = new ArrayList<ObjectNode>();
                for (int i = 0; i < count; i++) {
                    var vector = vectors.generator().geran(key);
                    triplets.add(JsonNodeFactory.instance
                            .objectNode()
                            .put("rand", Hex.format(vector.rand()))
                            .put("sres", Hex.format(vector.sres()))
                            .put("kc", Hex.format(vector.kc())));
                }
                yield new Made(triplets);
            }
            case SimCard.Usim usim -> make(work, subscriber, usim, vectors, kind, count);
        };
    }

    private Result make(
            UnitOfWork work,
            SubscriberState subscriber,
            SimCard.Usim usim,
            Vectors vectors,
            VectorKind kind,
            int count) {
        long first = 0;
        long step = 0;
        if (kind != VectorKind.GSM) {
            if (!(policy.allocate(subscriber.sqn(), policy.indFor(SELECTOR), count)
                    instanceof SqnAllocation.Issued issued)) {
                return new Refused("the sequence numbers are used up");
            }
            subscriber.setSqn(issued.next());
            first = issued.first();
            step = issued.step();
        }
        var made = new ArrayList<ObjectNode>();
        for (int i = 0; i < count; i++) {
            made.add(vectors.make(usim.credentials(), first + i * step));
        }
        work.commit();
        return new Made(made);
    }
}
