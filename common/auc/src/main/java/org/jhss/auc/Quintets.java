// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.auc;

import java.util.ArrayList;
import java.util.List;
import org.jhss.aka.AutsCheck;
import org.jhss.aka.SqnAllocation;
import org.jhss.aka.SqnPolicy;
import org.jhss.aka.UtranVector;
import org.jhss.aka.VectorGenerator;
import org.jhss.platform.config.SqnConfig;
import org.jhss.store.work.SubscriberState;

/**
 * Quintets of a subscriber (TS 33.102 6.3.2) within a unit of work: none may leave the process before that is committed. One thread at a
 * time, as {@link VectorGenerator}.
 */
public final class Quintets {

    /** What became of a wish for quintets. */
    public sealed interface Result {

        /**
         * They are made and their sequence numbers are used up.
         *
         * @param firstSqn the sequence number of the first
         */
        record Made(List<UtranVector> quintets, long firstSqn) implements Result {}

        /** The card is a SIM of 2G, which has no sequence numbers. */
        record GsmOnly() implements Result {}

        /**
         * There are no usable keys.
         *
         * @param reason for people; holds no key
         */
        record NoKeys(String reason) implements Result {}

        /** The sequence numbers are used up (TS 33.102 C.1.1.3). */
        record UsedUp() implements Result {}
    }

    /** What became of an AUTS. */
    public enum Resynchronisation {
        /** It is genuine and the sequence number follows it, where need be. */
        DONE,
        /** It is not by this USIM in answer to this RAND; nothing has changed. */
        FORGED,
        /** Its length is not one that the algorithm gives; nothing has changed. */
        MALFORMED,
        /** There are no usable keys of a USIM. */
        NO_KEYS
    }

    private final SqnPolicy policy;
    private final VectorGenerator generator = new VectorGenerator();

    /**
     * @param slice the slice of IND that this site uses
     */
    public Quintets(SqnConfig slice) {
        this.policy = new SqnPolicy(slice.indBits(), slice.indFirst(), slice.indCount());
    }

    /**
     * Makes {@code count} quintets, each with a sequence number of its own.
     *
     * @param subscriber prefetched with its keys
     * @param selector tells who asks from others who do, see {@link SqnPolicy#indFor}
     * @param count at least 1
     */
    public Result make(SubscriberState subscriber, int selector, int count) {
        return switch (SimCard.of(subscriber.keys())) {
            case SimCard.Usim usim -> make(subscriber, usim, selector, count);
            case SimCard.GsmSim _ -> new Result.GsmOnly();
            case SimCard.Unusable(var reason) -> new Result.NoKeys(reason);
        };
    }

    private Result make(SubscriberState subscriber, SimCard.Usim usim, int selector, int count) {
        var allocation = policy.allocate(subscriber.sqn(), policy.indFor(selector), count);
        if (!(allocation instanceof SqnAllocation.Issued issued)) {
            return new Result.UsedUp();
        }
        subscriber.setSqn(issued.next());
        var quintets = new ArrayList<UtranVector>(count);
        for (int i = 0; i < count; i++) {
            quintets.add(generator.utran(usim.credentials(), issued.sqn(i)));
        }
        return new Result.Made(List.copyOf(quintets), issued.first());
    }

    /** Follows an AUTS that is genuine (TS 33.102 6.3.5); any other changes nothing. */
    public Resynchronisation resynchronise(SubscriberState subscriber, byte[] rand, byte[] auts) {
        if (!(SimCard.of(subscriber.keys()) instanceof SimCard.Usim usim)) {
            return Resynchronisation.NO_KEYS;
        }
        return switch (generator.checkAuts(usim.credentials().key(), rand, auts)) {
            case AutsCheck.Genuine(var sqnMs) -> {
                subscriber.setSqn(policy.resynchronised(subscriber.sqn(), sqnMs));
                yield Resynchronisation.DONE;
            }
            case AutsCheck.Forged _ -> Resynchronisation.FORGED;
            case AutsCheck.Malformed _ -> Resynchronisation.MALFORMED;
        };
    }
}
