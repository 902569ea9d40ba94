// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.sim;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jhss.aka.MilenageKey;
import org.jhss.aka.Usim;
import org.jhss.identity.Imei;
import org.jhss.identity.Imsi;
import org.jhss.identity.Plmn;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For which subscribers, in which network, with which card and device. */
final class SubscriberOptions {

    private static final int MAX_RANGE = 1_000_000;

    @Option(
            names = "--imsi",
            paramLabel = "IMSI[-LAST]",
            defaultValue = "001010000000101",
            description = "The subscriber, or the first and the last of several. Default: ${DEFAULT-VALUE}.")
    private String imsi = "";

    @Option(
            names = "--plmn",
            paramLabel = "MCCMNC",
            defaultValue = "00101",
            description = "The visited network. Default: ${DEFAULT-VALUE}.")
    private String plmn = "";

    @Option(names = "--k", paramLabel = "HEX", description = "K, to check the vectors as a USIM does (with --opc).")
    private @Nullable String k;

    @Option(names = "--opc", paramLabel = "HEX", description = "OPc (Milenage).")
    private @Nullable String opc;

    @Option(
            names = "--vectors",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many vectors an AIR asks for. Default: ${DEFAULT-VALUE}.")
    private int vectors;

    @Option(
            names = "--imei",
            paramLabel = "IMEI",
            defaultValue = "35349006987331",
            description = "The device: 14 digits, 15 with the check digit, or 16 with the software version."
                    + " Default: ${DEFAULT-VALUE}.")
    private String imei = "";

    List<Imsi> imsis() {
        var ends = imsi.split("-", 2);
        var first = new Imsi(ends[0]);
        if (ends.length == 1) {
            return List.of(first);
        }
        var last = new Imsi(ends[1]);
        long from = Long.parseLong(first.value());
        long to = Long.parseLong(last.value());
        if (first.value().length() != last.value().length() || to < from || to - from >= MAX_RANGE) {
            throw new IllegalArgumentException("--imsi " + imsi
                    + ": the last IMSI has as many digits as the first, is not less, and at most a million away");
        }
        var range = new ArrayList<Imsi>();
        for (long number = from; number <= to; number++) {
            var digits = Long.toString(number);
            range.add(new Imsi("0".repeat(first.value().length() - digits.length()) + digits));
        }
        return range;
    }

    Plmn plmn() {
        return Plmn.parse(plmn)
                .orElseThrow(() -> new IllegalArgumentException("--plmn " + plmn + ": MCC and MNC are 5 or 6 digits"));
    }

    int vectors() {
        return vectors;
    }

    Imei imei() {
        return Imei.parse(imei).orElseThrow(() -> new IllegalArgumentException("--imei " + imei + " is no IMEI"));
    }

    /** A card for checking vectors, when its keys are given. It takes any sequence number as its first. */
    Optional<Usim> usim(int indBits) {
        if (k == null || opc == null) {
            return Optional.empty();
        }
        return Optional.of(new Usim(MilenageKey.ofOpc(octets(k), octets(opc)), indBits));
    }

    private static byte[] octets(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            // Without the cause, which quotes a part of the key.
            throw new IllegalArgumentException("--k and --opc are hexadecimal");
        }
    }
}
