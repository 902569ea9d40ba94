// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.demo;

import java.util.HexFormat;
import java.util.List;
import org.jhss.aka.AkaEngine;
import org.jhss.aka.MilenageKey;
import org.jhss.aka.Usim;
import org.jhss.identity.Imsi;

/** A subscriber of the test network 001-01 with published keys, those of the test sets of TS 35.208. */
enum DemoSubscriber {
    FIRST("001010000000101", "99900000101", "465b5ce8b199b49faa5f0a2ee238a6bc", "cd63cb71954a9f4e48a5994e37a02baf"),
    SECOND("001010000000102", "99900000102", "0396eb317b6d1c36f19c1c84cd6ffd16", "53c15671c60a4b731c55b4a441c0bde2"),
    THIRD("001010000000103", "99900000103", "fec86ba6eb707ed08905757b1bb44b8f", "1006020f0a478bf6b699f15c062e42b3");

    static final List<DemoSubscriber> ALL = List.of(values());
    /** An IMSI of the same network that nobody has. */
    static final Imsi UNKNOWN = new Imsi("001010000000199");
    /** Authentication management field; the separation bit is the HSS's to set. */
    static final String AMF = "8000";

    private final String imsi;
    private final String msisdn;
    private final String k;
    private final String opc;

    DemoSubscriber(String imsi, String msisdn, String k, String opc) {
        this.imsi = imsi;
        this.msisdn = msisdn;
        this.k = k;
        this.opc = opc;
    }

    Imsi imsi() {
        return new Imsi(imsi);
    }

    String msisdn() {
        return msisdn;
    }

    String k() {
        return k;
    }

    String opc() {
        return opc;
    }

    /**
     * Its card.
     *
     * @param sqnMs the highest sequence number that the card has accepted
     */
    Usim usim(int indBits, long sqnMs) {
        var hex = HexFormat.of();
        return new Usim(new AkaEngine(), MilenageKey.ofOpc(hex.parseHex(k), hex.parseHex(opc)), indBits, sqnMs);
    }
}
