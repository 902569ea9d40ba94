// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.geored;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jhss.api.error.Kind;
import org.jhss.api.network.Facilities;
import org.jhss.api.network.RowChange;
import org.jhss.identity.Imei;
import org.jhss.identity.Imsi;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.work.ReplicatedSighting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Applies a push of another site: its sections in PyHSS's order, all of them or none. Nothing of it is sent on. */
final class GeoredPush {

    /** The largest of 48 bits. */
    static final long LARGEST_SQN = (1L << 48) - 1;

    private static final String IMSI = "imsi";
    private static final String IMEI = "imei";
    private static final String STATUS = "match_response_code";
    private static final String AUC = "auc_id";
    private static final String SQN = "sqn";
    private static final char SPARE_DIGIT = '0';
    private static final int LAST_STATUS = 2;

    private final Facilities facilities;
    private final List<Section> sections;

    GeoredPush(Facilities facilities) {
        this.facilities = facilities;
        this.sections = Stream.of(
                        ServingSections.ALL.stream(),
                        Stream.of(
                                new Section(IMEI, List.of(IMSI, STATUS), this::device),
                                new Section(AUC, List.of(SQN), GeoredPush::sequenceNumber),
                                EmergencySection.SECTION))
                .flatMap(all -> all)
                .toList();
    }

    /** What became of a push. */
    sealed interface Result {

        /** It is stored; what the answer has for each section. */
        record Done(List<JsonNode> says) implements Result {}

        /** Nothing of it is. */
        record Failed(Section.Result.Rejected why) implements Result {}
    }

    Result apply(ObjectNode push) {
        return facilities
                .store()
                .tables()
                .write(
                        transaction -> apply(push, new RowChange(transaction, facilities.config(), Instant.now())),
                        result -> result instanceof Result.Done);
    }

    private Result apply(ObjectNode push, RowChange change) {
        var says = new ArrayList<JsonNode>();
        for (var section : sections) {
            if (!push.has(section.trigger())) {
                continue;
            }
            var missing = section.mandatory().stream()
                    .filter(field -> !push.has(field))
                    .findFirst();
            var result = missing.isPresent()
                    ? Section.rejected(
                            Kind.INVALID, missing.get(), "required", "must be given together with " + section.trigger())
                    : section.work().apply(push, change);
            switch (result) {
                case Section.Result.Applied(var json) -> says.add(json);
                case Section.Result.Rejected rejected -> {
                    if (!isOnlyLogged(rejected, section)) {
                        return new Result.Failed(rejected);
                    }
                    says.add(NullNode.getInstance());
                }
            }
        }
        return new Result.Done(List.copyOf(says));
    }

    /** PyHSS takes what it cannot store of MMEs and locations for stored. */
    private boolean isOnlyLogged(Section.Result.Rejected rejected, Section section) {
        return facilities.isStrict()
                && rejected.kind() == Kind.NOT_FOUND
                && (section.trigger().equals("serving_mme") || section.trigger().equals("last_seen_mcc"));
    }

    private Section.Result device(ObjectNode push, RowChange change) {
        var imsi = Imsi.parse(Section.text(push, IMSI));
        var spelling = Section.text(push, IMEI);
        var imei = Imei.parse(spelling);
        if (imsi.isEmpty() || imei.isEmpty()) {
            return Section.rejected(
                    Kind.INVALID,
                    imsi.isEmpty() ? IMSI : IMEI,
                    "pattern",
                    imsi.isEmpty() ? "must be an IMSI of 6 to 15 digits" : "must be an IMEI of 14 to 16 digits");
        }
        var status = status(Section.text(push, STATUS));
        if (status.isEmpty()) {
            return Section.rejected(Kind.INVALID, STATUS, "range", "must be 0, 1 or 2");
        }
        var eir = facilities.config().eir();
        boolean known = !change.transaction()
                .find(
                        ResourceType.AUC.stored(),
                        ResourceType.AUC.position(IMSI),
                        imsi.get().value())
                .isEmpty();
        if (eir.imsiImeiLogging() && (known || eir.storeOffnetImsi())) {
            var body = imei.get();
            ReplicatedSighting.record(
                    facilities.store().unitsOfWork(),
                    change.transaction(),
                    imsi.get(),
                    body,
                    Set.of(body.tacAndSerial(), body.withCheckDigit(), body.tacAndSerial() + SPARE_DIGIT),
                    status.get(),
                    change.now());
        }
        return Section.APPLIED;
    }

    private static Optional<Integer> status(String text) {
        return text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '0' + LAST_STATUS
                ? Optional.of(text.charAt(0) - '0')
                : Optional.empty();
    }

    /** The higher number wins, whatever order pushes come in: none is ever issued twice for it. */
    private static Section.Result sequenceNumber(ObjectNode push, RowChange change) {
        var type = ResourceType.AUC;
        var before = change.lock(type, push.path(AUC).asInt(0));
        if (before.isEmpty()) {
            return Section.rejected(Kind.NOT_FOUND, AUC, "unknown_auc", "there is no such auc");
        }
        var values = new Change(push, before.get().copy()).take(SQN);
        if (!values.problems().isEmpty()) {
            return new Section.Result.Rejected(Kind.INVALID, values.problems());
        }
        if (!(values.row().get(SQN) instanceof Long sqn) || sqn < 0 || sqn > LARGEST_SQN) {
            return Section.rejected(Kind.INVALID, SQN, "range", "must be from 0 to " + LARGEST_SQN);
        }
        boolean ahead = !(before.get().get(SQN) instanceof Long stored) || sqn > stored;
        if (ahead || push.path(GeoredFields.FORCE).asBoolean(false)) {
            change.transaction()
                    .update(type.stored(), before.get().values(), values.row().values());
        }
        return Section.APPLIED;
    }
}
