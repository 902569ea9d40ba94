// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.load;

import java.util.Objects;
import java.util.function.IntConsumer;
import org.jhss.identity.Imsi;
import org.jhss.load.plan.SubscriberOrder;
import org.jhss.load.plan.SubscriberRange;
import org.jhss.store.Store;
import org.jhss.store.entity.ApnRow;
import org.jhss.store.entity.AucRow;
import org.jhss.store.entity.SubscriberRow;
import org.jhss.store.repository.Repositories;

/**
 * Subscribers for load tests, as PyHSS's API would store them.
 *
 * @param first the lowest IMSI
 * @param count how many follow one another
 * @param k in hexadecimal, for all
 * @param opc in hexadecimal, for all
 */
record TestSubscribers(Imsi first, int count, String k, String opc) {

    /** K of TS 35.208 4.3.1. */
    static final String K = "465b5ce8b199b49faa5f0a2ee238a6bc";

    /** OPc of TS 35.208 4.3.1. */
    static final String OPC = "cd63cb71954a9f4e48a5994e37a02baf";

    private static final String AMF = "8000";
    private static final String APN = "internet";
    private static final int QCI_DEFAULT = 9;
    /** bit/s. */
    private static final int AMBR = 50_000_000;
    /** SEQ 1, IND 0: the lowest that a new USIM takes, as SEQ must exceed the 0 that it starts with (TS 33.102 C.2.2). */
    private static final long FIRST_SQN = 1L << 5;
    /** Few enough for a running HSS not to wait long for the database's lock. */
    private static final int PER_TRANSACTION = 500;

    /**
     * Stores those that are not there.
     *
     * @param progress is told how many have been looked at
     * @return how many were new
     */
    int store(Store store, IntConsumer progress) {
        store.migrator().migrate();
        var provisioning = store.provisioning();
        int apn = provisioning.write(TestSubscribers::apn);
        var range = new SubscriberRange(first, count, new SubscriberOrder.Uniform());
        int created = 0;
        for (int from = 0; from < count; from += PER_TRANSACTION) {
            int start = from;
            int end = Math.min(count, from + PER_TRANSACTION);
            created += provisioning.write(repositories -> {
                int fresh = 0;
                for (int i = start; i < end; i++) {
                    fresh += store(repositories, range.at(i), apn) ? 1 : 0;
                }
                return fresh;
            });
            progress.accept(end);
        }
        return created;
    }

    private static int apn(Repositories repositories) {
        var known = repositories.apns().findByName(APN);
        if (!known.isEmpty()) {
            return Objects.requireNonNull(known.getFirst().apnId);
        }
        var row = new ApnRow();
        row.apn = APN;
        row.qci = QCI_DEFAULT;
        row.apnAmbrDl = AMBR;
        row.apnAmbrUl = AMBR;
        return Objects.requireNonNull(repositories.apns().create(row).apnId);
    }

    private boolean store(Repositories repositories, Imsi imsi, int apn) {
        if (repositories.subscribers().findByImsi(imsi).isPresent()) {
            return false;
        }
        var keys = repositories.authenticationCentre().findByImsi(imsi).orElseGet(() -> {
            var row = new AucRow();
            row.imsi = imsi.value();
            row.ki = k;
            row.opc = opc;
            row.amf = AMF;
            row.sqn = FIRST_SQN;
            return repositories.authenticationCentre().create(row);
        });
        var row = new SubscriberRow();
        row.imsi = imsi.value();
        row.aucId = Objects.requireNonNull(keys.aucId);
        row.defaultApn = apn;
        row.apnList = Integer.toString(apn);
        row.ueAmbrDl = AMBR;
        row.ueAmbrUl = AMBR;
        repositories.subscribers().create(row);
        return true;
    }
}
