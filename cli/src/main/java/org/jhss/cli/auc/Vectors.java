// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.auc;

import java.util.Optional;
import org.jhss.aka.AkaCredentials;
import org.jhss.aka.RandomSource;
import org.jhss.aka.VectorGenerator;
import org.jhss.identity.Plmn;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes vectors and spells them: names and lower-case hexadecimal, in the order of the specifications. */
final class Vectors {

    private final VectorGenerator generator;
    private final VectorKind kind;
    private final Plmn plmn;

    /**
     * @param rand 16 octets to use instead of random ones
     * @param plmn the serving network of EPS vectors
     */
    Vectors(Optional<byte[]> rand, VectorKind kind, Plmn plmn) {
        this.generator = rand.map(octets -> new VectorGenerator(fixed(octets))).orElseGet(VectorGenerator::new);
        this.kind = kind;
        this.plmn = plmn;
    }

    private static RandomSource fixed(byte[] rand) {
        return target -> System.arraycopy(rand, 0, target, 0, target.length);
    }

    /** The generator, for SIMs that need no sequence number. */
    VectorGenerator generator() {
        return generator;
    }

    /** One vector with that sequence number. */
    ObjectNode make(AkaCredentials credentials, long sqn) {
        var json = JsonNodeFactory.instance.objectNode();
        switch (kind) {
            case EPS -> {
                var vector = generator.eutran(credentials, sqn, plmn.encode(), 0);
                json.put("sqn", sqn)
                        .put("rand", Hex.format(vector.rand()))
                        .put("xres", Hex.format(vector.xres()))
                        .put("autn", Hex.format(vector.autn()))
                        .put("kasme", Hex.format(vector.kasme()))
                        .put("plmn", plmn.toString());
            }
            case UMTS -> {
                var vector = generator.utran(credentials, sqn);
                json.put("sqn", sqn)
                        .put("rand", Hex.format(vector.rand()))
                        .put("xres", Hex.format(vector.xres()))
                        .put("autn", Hex.format(vector.autn()))
                        .put("ck", Hex.format(vector.ck()))
                        .put("ik", Hex.format(vector.ik()));
            }
            case GSM -> {
                var vector = generator.geran(credentials.key());
                json.put("rand", Hex.format(vector.rand()))
                        .put("sres", Hex.format(vector.sres()))
                        .put("kc", Hex.format(vector.kc()));
            }
        }
        return json;
    }
}
