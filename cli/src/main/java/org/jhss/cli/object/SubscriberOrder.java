// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jhss.cli.auc.OperatorCode;
import org.jhss.cli.place.Answer;
import org.jhss.provisioning.object.FieldProblem;
import org.jhss.provisioning.object.NewRow;
import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows that make a subscriber: the keys, unless they exist, the subscription, and the IMS subscription if wanted. Columns go where
 * they belong; {@code imsi} and {@code msisdn} go everywhere.
 */
final class SubscriberOrder {

    /** APNs by name or id, the default one first. */
    private static final String APN = "apn";

    private static final String OP = "op";
    private static final String IMSI = "imsi";
    private static final String MSISDN = "msisdn";
    private static final String AUC_ID = "auc_id";
    private static final String DEFAULT_APN = "default_apn";
    private static final String APN_LIST = "apn_list";
    private static final String IFC = "ifc_path";

    private static final String USUAL_AMF = "8000";
    private static final String USUAL_IFC = "default_ifc.xml";

    /** SEQ 1, IND 0: the lowest that a new USIM takes, as SEQ must exceed the 0 that it starts with (TS 33.102 C.2.2). */
    private static final int FIRST_SQN = 1 << 5;

    /** What became of it. */
    sealed interface Result {}

    /** To be stored together. */
    record Rows(List<NewRow> rows) implements Result {}

    /** Cannot be stored. */
    record Refused(Answer.Refusal refusal) implements Result {}

    private final Finder finder;
    private final Map<String, JsonNode> given;
    private final boolean ims;
    private final List<FieldProblem> problems = new ArrayList<>();

    SubscriberOrder(Finder finder, Map<String, JsonNode> given, boolean ims) {
        this.finder = finder;
        this.given = given;
        this.ims = ims;
    }

    Result rows() throws IOException {
        var auc = JsonNodeFactory.instance.objectNode();
        var subscriber = JsonNodeFactory.instance.objectNode();
        var multimedia = JsonNodeFactory.instance.objectNode();
        given.forEach((name, value) -> place(name, value, auc, subscriber, multimedia));
        var references = new References(finder);
        problems.addAll(references.resolve(ResourceType.SUBSCRIBER, subscriber));
        var rows = new ArrayList<NewRow>();
        keys(auc, subscriber, rows);
        rows.add(new NewRow(ResourceType.SUBSCRIBER, subscriber));
        if (ims) {
            rows.add(new NewRow(ResourceType.IMS_SUBSCRIBER, complete(multimedia)));
        }
        return problems.isEmpty() ? new Rows(rows) : new Refused(new Answer.Invalid(problems));
    }

    private void place(String name, JsonNode value, ObjectNode auc, ObjectNode subscriber, ObjectNode multimedia) {
        if (name.equals(APN)) {
            apns(value, subscriber);
            return;
        }
        if (name.equals(OP)) {
            return;
        }
        boolean known = place(ResourceType.AUC, name, value, auc);
        known |= place(ResourceType.SUBSCRIBER, name, value, subscriber);
        known |= ims && place(ResourceType.IMS_SUBSCRIBER, name, value, multimedia);
        if (!known) {
            problem(
                    name,
                    "unknown",
                    ResourceType.IMS_SUBSCRIBER.column(name).isPresent()
                            ? "is a column of the IMS subscriber, which --ims adds"
                            : "is no column of subscriber or auc");
        }
    }

    private static boolean place(ResourceType type, String name, JsonNode value, ObjectNode row) {
        var column = type.column(name).filter(found -> !found.isKey() || !name.equals(AUC_ID));
        column.ifPresent(_ -> row.set(name, value));
        return column.isPresent();
    }

    private static void apns(JsonNode value, ObjectNode subscriber) {
        var text = value.isString() ? value.stringValue() : "";
        int comma = text.indexOf(',');
        if (!subscriber.has(DEFAULT_APN)) {
            subscriber.put(DEFAULT_APN, comma < 0 ? text : text.substring(0, comma));
        }
        subscriber.put(APN_LIST, text);
    }

    private void keys(ObjectNode auc, ObjectNode subscriber, List<NewRow> rows) throws IOException {
        if (subscriber.has(AUC_ID)) {
            return;
        }
        if (auc.has("ki") || given.containsKey(OP) || auc.has("opc")) {
            completeKeys(auc);
            rows.add(new NewRow(ResourceType.AUC, auc));
            return;
        }
        var imsi = auc.path(IMSI).asString("");
        var found = finder.find(ResourceType.AUC, "imsi=" + imsi);
        if (found instanceof Answer.Done done) {
            subscriber.put(AUC_ID, Finder.key(ResourceType.AUC, done.row()));
        } else {
            problem("ki", "required", "is required, as there are no keys for that IMSI yet; ki=- asks for it");
        }
    }

    private void completeKeys(ObjectNode auc) {
        if (!auc.has("amf")) {
            auc.put("amf", USUAL_AMF);
        }
        if (!auc.has("sqn")) {
            auc.put("sqn", FIRST_SQN);
        }
        var op = given.get(OP);
        if (op != null) {
            try {
                auc.put("opc", OperatorCode.opc(auc.path("ki").asString(""), op.asString("")));
            } catch (IllegalArgumentException e) {
                problem(OP, "hex", "and ki: " + e.getMessage());
            }
        }
    }

    private static ObjectNode complete(ObjectNode multimedia) {
        var row = multimedia.deepCopy();
        if (!row.has("msisdn_list") && row.has(MSISDN)) {
            row.set("msisdn_list", row.get(MSISDN));
        }
        if (!row.has(IFC)) {
            row.put(IFC, USUAL_IFC);
        }
        return row;
    }

    private void problem(String field, String rule, String message) {
        problems.add(new FieldProblem(field, rule, message));
    }
}
