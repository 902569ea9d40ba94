// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jhss.store.table.Table;

/** The objects of PyHSS's interface. */
@SuppressWarnings("ImmutableEnumChecker") // The definitions are immutable; the lists cannot be changed.
public enum ResourceType {
    APN(ApnColumns.DEFINITION, "an APN"),
    AUC(AucColumns.DEFINITION, "the keys of a SIM"),
    SUBSCRIBER(SubscriberColumns.DEFINITION, "a subscriber"),
    SUBSCRIBER_ROUTING(SubscriberRoutingColumns.DEFINITION, "a subscriber's static address"),
    IMS_SUBSCRIBER(ImsSubscriberColumns.DEFINITION, "an IMS subscriber"),
    TFT(TftColumns.DEFINITION, "a packet filter"),
    CHARGING_RULE(ChargingRuleColumns.DEFINITION, "a charging rule"),
    EIR(EirColumns.DEFINITION, "a rule of the equipment register"),
    EIR_HISTORY(EirHistoryColumns.DEFINITION, "a device in which a subscriber was seen"),
    SUBSCRIBER_ATTRIBUTES(SubscriberAttributesColumns.DEFINITION, "an attribute of a subscriber"),
    ROAMING_NETWORK(RoamingNetworkColumns.DEFINITION, "a network to roam in"),
    ROAMING_RULE(RoamingRuleColumns.DEFINITION, "a rule on roaming"),
    EMERGENCY_SUBSCRIBER(EmergencySubscriberColumns.DEFINITION, "an emergency session"),
    /** Written by the PCRF only. */
    SERVING_APN(ServingApnColumns.DEFINITION, "a session at a PDN gateway"),
    /** Written with every change, by itself never. */
    OPERATION_LOG(OperationLogColumns.DEFINITION, "an entry of the operation log");

    private final Definition definition;
    private final String description;
    private final List<Column> compatible;
    private final List<Column> unique;

    ResourceType(Definition definition, String description) {
        this.definition = definition;
        this.description = description;
        this.compatible = definition.columns().stream()
                .filter(column -> !column.isExtension())
                .toList();
        this.unique = definition.columns().stream().filter(Column::isUnique).toList();
    }

    /** Its name in SQL, in paths and in the operation log: {@code apn}, {@code subscriber_routing}. */
    public String table() {
        return definition.table().name();
    }

    /** Its name in a sentence, with the article. */
    public String description() {
        return description;
    }

    /** The table as the store knows it; its rows begin with {@link #columns}. */
    public Table stored() {
        return definition.table();
    }

    /** All columns: PyHSS's in its order, then jHSS's own. */
    public List<Column> columns() {
        return definition.columns();
    }

    /** PyHSS's columns: the exact keys of the compatible answers. */
    public List<Column> compatibleColumns() {
        return compatible;
    }

    /** The primary key. */
    public Column key() {
        return definition.columns().getFirst();
    }

    /** Columns of which each is unique by itself. */
    public List<Column> uniqueColumns() {
        return unique;
    }

    /** Columns that together are unique; empty for none. */
    public List<Column> uniqueTogether() {
        return definition.unique().stream()
                .map(name -> column(name).orElseThrow())
                .toList();
    }

    /** The column of that name. */
    public Optional<Column> column(String name) {
        int position = definition.table().position(name);
        return position < 0 || position >= definition.columns().size()
                ? Optional.empty()
                : Optional.of(definition.columns().get(position));
    }

    /** Where the column of that name, which exists, is in a row. */
    public int position(String name) {
        return column(name)
                .orElseThrow(() -> new IllegalArgumentException(table() + " has no column " + name))
                .position();
    }

    /** Columns of other objects that refer to this one. */
    public List<Referrer> referrers() {
        var found = new ArrayList<Referrer>();
        for (var type : values()) {
            for (var column : type.columns()) {
                column.reference()
                        .filter(reference -> reference.table().equals(table()))
                        .ifPresent(reference -> found.add(new Referrer(type, column, reference.strength())));
            }
        }
        return found;
    }

    /** A column of another object that refers to this one. */
    public record Referrer(ResourceType type, Column column, Reference.Strength strength) {}

    /** The object that is kept in {@code table}. */
    public static Optional<ResourceType> ofTable(String table) {
        for (var type : values()) {
            if (type.table().equals(table)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The object of that name, in any case, with hyphens or underscores. */
    public static Optional<ResourceType> parse(String name) {
        return ofTable(name.strip().toLowerCase(Locale.ROOT).replace('-', '_'));
    }
}
