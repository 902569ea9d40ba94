// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jhss.provisioning.bulk.Part;
import org.jhss.store.bulk.BulkTransaction;
import org.jspecify.annotations.Nullable;

/** The rows that the records of a batch meet in the database. */
final class Existing {

    private final Map<String, @Nullable Object[]> aucByImsi = new HashMap<>();
    private final Map<String, @Nullable Object[]> aucByIccid = new HashMap<>();
    private final Map<String, @Nullable Object[]> subscriberByImsi = new HashMap<>();
    private final Map<String, List<@Nullable Object[]>> imsByImsi = new HashMap<>();
    private final Map<String, @Nullable Object[]> imsByMsisdn = new HashMap<>();

    private Existing() {}

    /** Nothing but the IMS subscribers of the records' IMSIs, of which no key of the database keeps a second one out. */
    static Existing imsSubscribersOnly(BulkTransaction transaction, Collection<SubscriberRecord> records) {
        var existing = new Existing();
        existing.indexImsSubscribers(transaction, texts(records, Part.IMS, "imsi"));
        return existing;
    }

    /** Looks all of them up. */
    static Existing read(BulkTransaction transaction, Collection<SubscriberRecord> records) {
        var existing = new Existing();
        var imsis = new HashSet<String>();
        records.forEach(record -> imsis.add(record.imsi()));
        imsis.addAll(texts(records, Part.AUC, "imsi"));
        imsis.addAll(texts(records, Part.IMS, "imsi"));
        imsis.remove("");
        existing.index(transaction, Part.AUC, "imsi", imsis, existing.aucByImsi);
        existing.index(transaction, Part.AUC, "iccid", texts(records, Part.AUC, "iccid"), existing.aucByIccid);
        existing.index(transaction, Part.SUBSCRIBER, "imsi", imsis, existing.subscriberByImsi);
        existing.index(transaction, Part.IMS, "msisdn", texts(records, Part.IMS, "msisdn"), existing.imsByMsisdn);
        existing.indexImsSubscribers(transaction, imsis);
        return existing;
    }

    private void indexImsSubscribers(BulkTransaction transaction, Set<String> imsis) {
        if (imsis.isEmpty()) {
            return;
        }
        int imsi = Part.IMS.type().position("imsi");
        for (var row : transaction.find(Part.IMS.table(), "imsi", imsis)) {
            if (row[imsi] instanceof String text) {
                imsByImsi.computeIfAbsent(text, it -> new ArrayList<>()).add(row);
            }
        }
    }

    private static Set<String> texts(Collection<SubscriberRecord> records, Part part, String column) {
        var texts = new HashSet<String>();
        for (var record : records) {
            record.part(part).ifPresent(row -> texts.add(row.text(column)));
        }
        texts.remove("");
        return texts;
    }

    private void index(
            BulkTransaction transaction,
            Part part,
            String column,
            Set<String> keys,
            Map<String, @Nullable Object[]> found) {
        if (keys.isEmpty()) {
            return;
        }
        int position = part.type().position(column);
        for (var row : transaction.find(part.table(), column, keys)) {
            if (row[position] instanceof String text) {
                found.put(text, row);
            }
        }
    }

    Optional<@Nullable Object[]> aucByImsi(String imsi) {
        return Optional.ofNullable(aucByImsi.get(imsi));
    }

    Optional<@Nullable Object[]> aucByIccid(String iccid) {
        return Optional.ofNullable(aucByIccid.get(iccid));
    }

    Optional<@Nullable Object[]> subscriber(String imsi) {
        return Optional.ofNullable(subscriberByImsi.get(imsi));
    }

    List<@Nullable Object[]> imsSubscribers(String imsi) {
        return imsByImsi.getOrDefault(imsi, List.of());
    }

    Optional<@Nullable Object[]> imsSubscriber(String msisdn) {
        return Optional.ofNullable(imsByMsisdn.get(msisdn));
    }
}
