// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import org.jhss.aka.EutranVector;
import org.jhss.aka.GeranVector;
import org.jhss.aka.UtranVector;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.Cx;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.MessageWriter;

/** Writes the vectors of an Authentication-Info AVP (TS 29.272 7.3.17 to 7.3.20). */
final class AuthenticationInfo {

    private AuthenticationInfo() {}

    /**
     * Adds an E-UTRAN-Vector.
     *
     * @param index from 0 on
     * @param count how many of this kind there are
     */
    static void write(MessageWriter writer, EutranVector vector, int index, int count) {
        begin(writer, S6a.E_UTRAN_VECTOR, index, count)
                .add(S6a.RAND, vector.rand())
                .add(S6a.XRES, vector.xres())
                .add(S6a.AUTN, vector.autn())
                .add(S6a.KASME, vector.kasme())
                .end();
    }

    /** Adds a UTRAN-Vector. */
    static void write(MessageWriter writer, UtranVector vector, int index, int count) {
        begin(writer, S6a.UTRAN_VECTOR, index, count)
                .add(S6a.RAND, vector.rand())
                .add(S6a.XRES, vector.xres())
                .add(S6a.AUTN, vector.autn())
                .add(Cx.CONFIDENTIALITY_KEY, vector.ck())
                .add(Cx.INTEGRITY_KEY, vector.ik())
                .end();
    }

    /** Adds a GERAN-Vector. */
    static void write(MessageWriter writer, GeranVector vector, int index, int count) {
        begin(writer, S6a.GERAN_VECTOR, index, count)
                .add(S6a.RAND, vector.rand())
                .add(S6a.SRES, vector.sres())
                .add(S6a.KC, vector.kc())
                .end();
    }

    /** Item-Number gives the order of use and is there only when there is an order to give (7.3.23). */
    private static MessageWriter begin(MessageWriter writer, AvpDefinition kind, int index, int count) {
        writer.begin(kind);
        return count > 1 ? writer.add(S6a.ITEM_NUMBER, index + 1) : writer;
    }
}
