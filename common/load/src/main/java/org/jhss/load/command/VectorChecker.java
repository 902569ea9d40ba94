// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.command;

import java.util.Arrays;
import java.util.Optional;
import org.jhss.aka.AkaEngine;
import org.jhss.aka.AkaFunctions;
import org.jhss.aka.AkaKey;
import org.jhss.aka.Amf;
import org.jhss.aka.Kasme;
import org.jhss.aka.Sqn;
import org.jhss.aka.VectorGenerator;
import org.jhss.diameter.dictionary.Cx;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Avp;
import org.jhss.identity.Plmn;

/** Computes vectors again as card and device do, and compares. Used by one thread. */
final class VectorChecker {

    private static final int MAC_AT = Sqn.LENGTH + Amf.LENGTH;

    private final AkaEngine engine = new AkaEngine();
    private final Kasme kasme = new Kasme();
    private final byte[] visited;
    private final byte[] rand = new byte[AkaEngine.RAND_LENGTH];
    private long sqn;

    VectorChecker(Plmn visited) {
        this.visited = visited.encode();
    }

    /** The SQN of the vector checked last, good when its MAC was. */
    long sqn() {
        return sqn;
    }

    /** What is wrong with an E-UTRAN-Vector (TS 29.272 7.3.18), if anything. */
    Optional<VectorFault> eutran(AkaKey key, Avp vector) {
        var derived = vector.find(S6a.KASME);
        if (derived.valueLength() != Kasme.LENGTH || !readChallenge(vector)) {
            return Optional.of(VectorFault.MALFORMED);
        }
        var functions = engine.start(key, rand);
        var fault = compare(functions, vector, true);
        if (fault.isPresent()) {
            return fault;
        }
        long concealed = sqn ^ functions.f5();
        return derived.valueEquals(kasme.derive(functions.f3(), functions.f4(), visited, 0, concealed))
                ? Optional.empty()
                : Optional.of(VectorFault.KASME);
    }

    /** What is wrong with a UTRAN-Vector (TS 29.272 7.3.19), if anything. */
    Optional<VectorFault> utran(AkaKey key, Avp vector) {
        if (!readChallenge(vector)) {
            return Optional.of(VectorFault.MALFORMED);
        }
        var functions = engine.start(key, rand);
        var fault = compare(functions, vector, false);
        if (fault.isPresent()) {
            return fault;
        }
        if (!vector.find(Cx.CONFIDENTIALITY_KEY).valueEquals(functions.f3())) {
            return Optional.of(VectorFault.CK);
        }
        return vector.find(Cx.INTEGRITY_KEY).valueEquals(functions.f4())
                ? Optional.empty()
                : Optional.of(VectorFault.IK);
    }

    private boolean readChallenge(Avp vector) {
        var challenge = vector.find(S6a.RAND);
        if (challenge.valueLength() != AkaEngine.RAND_LENGTH
                || vector.find(S6a.AUTN).valueLength() != VectorGenerator.AUTN_LENGTH) {
            return false;
        }
        challenge.copyValue(rand, 0);
        return true;
    }

    private Optional<VectorFault> compare(AkaFunctions functions, Avp vector, boolean eps) {
        var autn = vector.find(S6a.AUTN);
        var octets = autn.buffer();
        int at = autn.valueOffset();
        sqn = Sqn.decode(octets, at) ^ functions.f5();
        var amf = Amf.decode(octets, at + Sqn.LENGTH);
        var mac = functions.f1(sqn, amf);
        if (!Arrays.equals(mac, 0, mac.length, octets, at + MAC_AT, at + VectorGenerator.AUTN_LENGTH)) {
            return Optional.of(VectorFault.MAC);
        }
        if (amf.isForEps() != eps) {
            return Optional.of(VectorFault.SEPARATION_BIT);
        }
        return vector.find(S6a.XRES).valueEquals(functions.f2()) ? Optional.empty() : Optional.of(VectorFault.XRES);
    }
}
