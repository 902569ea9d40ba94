// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.features;

import java.util.Optional;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.Cx;
import org.jhss.diameter.dictionary.Vendors;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;

/**
 * The features that two nodes have in common, by Feature-List (TS 29.229 7.2). An absent list was not offered, and is then not
 * answered either.
 *
 * @param list1 features of the list with id 1
 * @param list2 features of the list with id 2
 */
public record SupportedFeatures(Optional<Long> list1, Optional<Long> list2) {

    /** No features at all, and no mention of any. */
    public static final SupportedFeatures NONE = new SupportedFeatures(Optional.empty(), Optional.empty());

    private static final long OURS_1 = Feature.all(Feature.LIST_1);
    private static final long OURS_2 = Feature.all(Feature.LIST_2);

    /** All that jHSS implements. */
    public static final SupportedFeatures OURS = new SupportedFeatures(Optional.of(OURS_1), Optional.of(OURS_2));

    /** What was agreed on with a node earlier, as its registration keeps it. */
    public static SupportedFeatures agreed(long features1, long features2) {
        return new SupportedFeatures(Optional.of(features1 & OURS_1), Optional.of(features2 & OURS_2));
    }

    /**
     * The features of 3GPP that {@code request} offers and jHSS implements; empty when the request insists, by the M bit of
     * Supported-Features, on one that jHSS does not implement (TS 29.229 7.2.1: the answer is then 5011 with {@link #OURS}).
     */
    public static Optional<SupportedFeatures> negotiate(Message request) {
        var offer = request.find(Cx.SUPPORTED_FEATURES);
        if (offer.isAbsent()) {
            return Optional.of(NONE);
        }
        Optional<Long> list1 = Optional.empty();
        Optional<Long> list2 = Optional.empty();
        for (; offer.isPresent(); offer = request.next(offer)) {
            if (offer.unsigned32(Base.VENDOR_ID, 0) != Vendors.THREE_GPP) {
                if (offer.isMandatory()) {
                    return Optional.empty();
                }
                continue;
            }
            long id = offer.unsigned32(Cx.FEATURE_LIST_ID, 0);
            long features = offer.unsigned32(Cx.FEATURE_LIST, 0);
            long ours = id == Feature.LIST_1 ? OURS_1 : id == Feature.LIST_2 ? OURS_2 : 0;
            if (offer.isMandatory() && (features & ~ours) != 0) {
                return Optional.empty();
            }
            if (id == Feature.LIST_1) {
                list1 = Optional.of(features & ours);
            } else if (id == Feature.LIST_2) {
                list2 = Optional.of(features & ours);
            }
        }
        return Optional.of(new SupportedFeatures(list1, list2));
    }

    /** Whether both have {@code feature}. */
    public boolean has(Feature feature) {
        return (list(feature.list()).orElse(0L) & feature.mask()) != 0;
    }

    /** Adds one Supported-Features AVP per list (TS 29.272 7.3.9). */
    public void writeTo(MessageWriter writer) {
        list1.ifPresent(features -> write(writer, Feature.LIST_1, features));
        list2.ifPresent(features -> write(writer, Feature.LIST_2, features));
    }

    private Optional<Long> list(int id) {
        return id == Feature.LIST_1 ? list1 : list2;
    }

    private static void write(MessageWriter writer, int id, long features) {
        writer.begin(Cx.SUPPORTED_FEATURES)
                .add(Base.VENDOR_ID, Vendors.THREE_GPP)
                .add(Cx.FEATURE_LIST_ID, id)
                .add(Cx.FEATURE_LIST, features)
                .end();
    }
}
