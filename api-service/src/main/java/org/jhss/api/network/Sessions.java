// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jhss.provisioning.object.Objects;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.provisioning.schema.RowJson;
import org.jhss.provisioning.schema.View;
import org.jhss.store.database.IdList;
import org.jhss.store.table.Filter;
import org.jhss.store.table.Selection;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sessions at PDN gateways with those who have them, joined with few statements however many there are. */
public final class Sessions {

    private static final ResourceType TYPE = ResourceType.SERVING_APN;
    private static final int SUBSCRIBER = TYPE.position("subscriber_id");
    private static final int APN = TYPE.position("apn");

    /**
     * A subscriber with sessions.
     *
     * @param sessions oldest first
     * @param apns at least those of the sessions and of the subscriber, by key, as far as they exist
     */
    public record Served(ResourceRow subscriber, List<ResourceRow> sessions, Map<Integer, ResourceRow> apns) {

        /** The subscriber's APNs by name: the session, or an empty object where there is none. The default APN comes first. */
        public ObjectNode byApn() {
            var all = JsonNodeFactory.instance.objectNode();
            for (int id : apnIds(subscriber)) {
                name(id).ifPresent(name -> all.putObject(name));
            }
            for (var session : sessions) {
                name(apnOf(session)).ifPresent(name -> all.set(name, RowJson.tree(session, View.COMPATIBLE)));
            }
            return all;
        }

        private Optional<String> name(int apn) {
            return Optional.ofNullable(apns.get(apn)).map(row -> String.valueOf(row.get("apn")));
        }
    }

    private final Objects objects;

    public Sessions(Objects objects) {
        this.objects = objects;
    }

    /** The sessions of one subscriber, with the APNs. */
    public Served of(ResourceRow subscriber) {
        var sessions = objects.find(TYPE, "subscriber_id", subscriber.key());
        return new Served(subscriber, sessions, apns(List.of(subscriber), sessions));
    }

    /** Gives everybody who has a session to {@code sink}, by key; the page's ones only, if there is one. */
    public void each(Optional<Paging> paging, Consumer<Served> sink) {
        long skip = paging.map(Paging::offset).orElse(0);
        long left = paging.map(page -> (long) page.size()).orElse(Long.MAX_VALUE);
        int after = 0;
        while (left > 0) {
            var rows = chunk(after);
            var groups = groups(rows);
            if (groups.isEmpty()) {
                return;
            }
            for (var served : join(groups)) {
                if (skip > 0) {
                    skip--;
                } else if (left > 0) {
                    left--;
                    sink.accept(served);
                }
            }
            if (rows.size() < RowSets.CHUNK) {
                return;
            }
            after = subscriberOf(groups.getLast().getFirst());
        }
    }

    /** The key of a session's APN. */
    public static int apnOf(ResourceRow session) {
        return session.values()[APN] instanceof Integer id ? id : 0;
    }

    /** The subscriber's default APN and then the others, each once. */
    public static List<Integer> apnIds(ResourceRow subscriber) {
        var list = subscriber.get("apn_list") instanceof String text ? IdList.parse(text) : List.<Integer>of();
        var first = subscriber.get("default_apn") instanceof Integer id ? Stream.of(id) : Stream.<Integer>empty();
        return Stream.concat(first, list.stream()).distinct().toList();
    }

    private List<ResourceRow> chunk(int after) {
        var filter = new Filter(SUBSCRIBER, Filter.Comparison.GREATER, List.of(after));
        var order = List.of(new Selection.Order(SUBSCRIBER, false));
        return objects.list(TYPE, new Selection(List.of(filter), order, 0, RowSets.CHUNK));
    }

    /** The rows by subscriber; a group that may go on after the chunk is read whole. */
    private List<List<ResourceRow>> groups(List<ResourceRow> rows) {
        var groups = new ArrayList<List<ResourceRow>>();
        for (var row : rows) {
            if (groups.isEmpty() || subscriberOf(groups.getLast().getFirst()) != subscriberOf(row)) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(row);
        }
        if (rows.size() == RowSets.CHUNK) {
            int last = subscriberOf(rows.getLast());
            groups.set(groups.size() - 1, objects.find(TYPE, "subscriber_id", last));
            groups.removeIf(List::isEmpty);
        }
        return groups;
    }

    private List<Served> join(List<List<ResourceRow>> groups) {
        var keys = groups.stream().map(group -> subscriberOf(group.getFirst())).toList();
        var subscribers = RowSets.byKeys(objects, ResourceType.SUBSCRIBER, keys);
        var apns =
                apns(subscribers.values(), groups.stream().flatMap(List::stream).toList());
        var served = new ArrayList<Served>();
        for (var group : groups) {
            var subscriber = subscribers.get(subscriberOf(group.getFirst()));
            if (subscriber != null) {
                served.add(new Served(subscriber, group, apns));
            }
        }
        return served;
    }

    private Map<Integer, ResourceRow> apns(Collection<ResourceRow> subscribers, Collection<ResourceRow> sessions) {
        var ids = new HashSet<Integer>();
        subscribers.forEach(subscriber -> ids.addAll(apnIds(subscriber)));
        sessions.forEach(session -> ids.add(apnOf(session)));
        return RowSets.byKeys(objects, ResourceType.APN, ids);
    }

    private static int subscriberOf(ResourceRow session) {
        return session.values()[SUBSCRIBER] instanceof Integer id ? id : 0;
    }
}
