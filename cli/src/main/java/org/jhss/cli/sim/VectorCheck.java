// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.sim;

import java.util.Arrays;
import java.util.Optional;
import org.jhss.aka.Usim;
import org.jhss.aka.UsimAnswer;
import org.jhss.identity.Plmn;
import org.jhss.sim.AuthenticationVector;

/** Checks a vector as card and device do together: AUTN, RES, and the keys derived from it. */
public final class VectorCheck {

    /** What card and device make of a vector. */
    public sealed interface Result {}

    /**
     * Everything agrees.
     *
     * @param sqn the sequence number that the card accepted
     */
    public record Accepted(long sqn) implements Result {}

    /** The card finds the sequence number stale. */
    @SuppressWarnings("ArrayRecordComponent") // a fresh array for the one caller; nobody compares results
    public record OutOfSync(byte[] auts) implements Result {}

    /**
     * Something does not agree.
     *
     * @param reason what, in words
     */
    public record Rejected(String reason) implements Result {}

    private VectorCheck() {}

    /** The result for an EPS or UMTS vector that arrived in the network {@code plmn}. */
    public static Result of(Usim usim, AuthenticationVector vector, Plmn plmn) {
        if (vector.kind() == AuthenticationVector.Kind.GERAN || vector.autn().isEmpty()) {
            return new Rejected("a vector without AUTN is not for a USIM");
        }
        return switch (usim.authenticate(vector.rand(), vector.autn().get())) {
            case UsimAnswer.MacFailure ignored -> new Rejected("the USIM finds the MAC in AUTN wrong");
            case UsimAnswer.SynchronisationFailure failure -> new OutOfSync(failure.auts());
            case UsimAnswer.Authenticated answer -> compare(answer, vector, plmn);
        };
    }

    private static Result compare(UsimAnswer.Authenticated answer, AuthenticationVector vector, Plmn plmn) {
        if (!Arrays.equals(answer.res(), vector.expectedResponse())) {
            return new Rejected("the USIM's RES differs from XRES");
        }
        boolean eps = vector.kind() == AuthenticationVector.Kind.EUTRAN;
        if (answer.amf().isForEps() != eps) {
            return new Rejected(eps ? "the AMF separation bit is clear" : "the AMF separation bit is set");
        }
        boolean keysAgree = eps
                ? agree(answer.kasme(plmn.encode()), vector.kasme())
                : agree(answer.ck(), vector.ck()) && agree(answer.ik(), vector.ik());
        if (!keysAgree) {
            return new Rejected(eps ? "the device's KASME differs" : "the USIM's CK or IK differs");
        }
        return new Accepted(answer.sqn());
    }

    private static boolean agree(byte[] own, Optional<byte[]> received) {
        return received.isPresent() && Arrays.equals(own, received.get());
    }
}
