// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/** Makes a CSV file of subscribers with keys of their own, consecutive IMSIs and numbers, and an IMS subscriber each. */
final class SubscriberFile {

    private static final long SEED = 1;
    private static final String HEADER =
            "imsi,iccid,ki,opc,amf,batch_name,pin1,puk1,msisdn,default_apn,apn_list,ue_ambr_dl,ue_ambr_ul,ims.msisdn_list,"
                    + "ims.ifc_path\n";

    private SubscriberFile() {}

    static void write(Path file, long records) throws IOException {
        var random = new SplittableRandom(SEED);
        try (var out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (long i = 1; i <= records; i++) {
                var msisdn = "49151" + digits(i, 8);
                out.write(
                        "0010101" + digits(i, 8) + ",898821101" + digits(i, 10) + "," + key(random) + "," + key(random)
                                + ",8000,batch1," + digits(i % 10_000, 4) + "," + digits(i, 8) + "," + msisdn
                                + ",internet,\"internet,ims\",50000000,50000000," + msisdn + ",default_ifc.xml\n");
            }
        }
    }

    private static String digits(long number, int count) {
        var text = Long.toString(number);
        return "0".repeat(Math.max(0, count - text.length())) + text;
    }

    private static String key(SplittableRandom random) {
        return String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
    }
}
