// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.auc;

import org.jhss.aka.AkaCredentials;
import org.jhss.aka.AkaKey;
import org.jhss.aka.Amf;
import org.jhss.aka.GsmKey;
import org.jhss.aka.MilenageKey;
import org.jhss.aka.TuakKey;
import org.jhss.aka.TuakLengths;
import org.jhss.aka.XorKey;
import org.jhss.aka.comp128.Comp128;
import org.jhss.store.secret.AlgorithmParameters;
import org.jhss.store.secret.AuthenticationKeys;
import org.jhss.store.secret.AuthenticationKeys.Available;
import org.jhss.store.secret.SecretKey;

/** The card of a subscriber, as far as the authentication centre can compute for it. */
public sealed interface SimCard {

    /**
     * A USIM: UMTS and EPS AKA.
     *
     * @param credentials good for {@link org.jhss.aka.VectorGenerator}
     */
    record Usim(AkaCredentials credentials) implements SimCard {}

    /**
     * A SIM of 2G: triplets only, which never serve E-UTRAN (TS 33.401 6.1.1).
     *
     * @param key good for {@link org.jhss.aka.VectorGenerator}
     */
    record GsmSim(GsmKey key) implements SimCard {}

    /**
     * Nothing can be computed.
     *
     * @param reason for the log; holds no key
     */
    record Unusable(String reason) implements SimCard {}

    /** The card that {@code keys} describe. */
    static SimCard of(AuthenticationKeys keys) {
        return switch (keys) {
            case AuthenticationKeys.Unavailable(var reason) -> new Unusable(reason);
            case Available available -> of(available);
        };
    }

    private static SimCard of(Available keys) {
        try {
            return switch (keys.algorithm()) {
                case MILENAGE ->
                    keys.op().isPresent() ? usim(milenage(keys, keys.op().get()), keys) : gsmSim(keys);
                case TUAK ->
                    keys.op().isPresent() ? usim(tuak(keys, keys.op().get()), keys) : new Unusable("TUAK needs a TOPc");
                case XOR -> usim(xor(keys), keys);
            };
        } catch (IllegalArgumentException e) {
            // The keys' constructors name what is wrong with a length or number, never its value.
            return new Unusable("keys do not fit the algorithm: " + e.getMessage());
        }
    }

    private static SimCard usim(AkaKey key, Available keys) {
        return key.fitsVectors()
                ? new Usim(new AkaCredentials(key, new Amf(keys.amf())))
                : new Unusable("the lengths of MAC, RES, CK or IK fit no authentication vector");
    }

    private static SimCard gsmSim(Available keys) {
        return switch (keys.gsmAlgorithm()) {
            case "1" -> gsmSim(Comp128.V1, keys);
            case "2" -> gsmSim(Comp128.V2, keys);
            case "3" -> gsmSim(Comp128.V3, keys);
            default -> new Unusable("without OPc, algo must be 1, 2 or 3 (COMP128)");
        };
    }

    private static SimCard gsmSim(Comp128 algorithm, Available keys) {
        return new GsmSim(new GsmKey(algorithm, keys.k().octets()));
    }

    private static AkaKey milenage(Available keys, SecretKey opc) {
        var parameters = keys.parameters();
        var key = MilenageKey.ofOpc(keys.k().octets(), opc.octets());
        if (parameters.milenageConstants().isPresent()
                || parameters.milenageRotations().isPresent()) {
            key = key.withConstants(MilenageParameters.constants(parameters));
        }
        return parameters.resLength().isPresent()
                ? key.withResLength(parameters.resLength().getAsInt())
                : key;
    }

    private static AkaKey tuak(Available keys, SecretKey topc) {
        AlgorithmParameters parameters = keys.parameters();
        var standard = TuakLengths.STANDARD;
        var lengths = new TuakLengths(
                parameters.macLength().orElse(standard.mac()),
                parameters.resLength().orElse(standard.res()),
                parameters.ckLength().orElse(standard.ck()),
                parameters.ikLength().orElse(standard.ik()));
        return new TuakKey(
                keys.k().octets(),
                topc.octets(),
                lengths,
                parameters.keccakIterations().orElse(1));
    }

    private static AkaKey xor(Available keys) {
        var octets = keys.k().octets();
        var resLength = keys.parameters().resLength();
        return resLength.isPresent() ? new XorKey(octets, resLength.getAsInt()) : XorKey.of(octets);
    }
}
