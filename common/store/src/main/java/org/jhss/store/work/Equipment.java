// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jhss.identity.Imei;
import org.jhss.identity.Imsi;
import org.jhss.store.database.PreparedConnection;
import org.jhss.store.database.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * The equipment register and the device history within a {@link UnitOfWork}. Exact rules may be millions and are looked up by
 * index; rules by pattern are few and in {@link org.jhss.store.reference.ReferenceData}. One thread at a time.
 */
public final class Equipment {

    /**
     * An equipment check to come.
     *
     * @param imei the device
     * @param spellings how a rule may write it: 14, 15 or 16 digits
     * @param imsi the subscriber in it, where known
     */
    public record Check(Imei imei, Set<String> spellings, Optional<Imsi> imsi) {}

    private final EquipmentSql sql;
    private final PreparedConnection connection;
    private final Journal journal;
    private final Map<String, List<EquipmentRule>> rules = new HashMap<>();
    private final Map<Imsi, Device> devices = new HashMap<>();
    private final Set<String> knownPairs = new HashSet<>();
    private final Map<String, HistoryEntry> history = new TreeMap<>();
    private final Map<Imsi, Device> moved = new TreeMap<>();

    Equipment(EquipmentSql sql, PreparedConnection connection, Journal journal) {
        this.sql = sql;
        this.connection = connection;
        this.journal = journal;
    }

    /**
     * Loads, in one statement, the exact rules, current devices and history that {@code checks} need.
     *
     * @throws StoreException as {@link UnitsOfWork} says
     */
    public void prefetch(Collection<Check> checks) {
        if (checks.isEmpty()) {
            return;
        }
        var spellings = new HashSet<String>();
        var imsis = new HashSet<String>();
        var pairs = new HashSet<String>();
        for (var check : checks) {
            spellings.addAll(check.spellings());
            check.imsi().ifPresent(imsi -> {
                imsis.add(imsi.value());
                pairs.add(pair(imsi, check.imei()));
                // PyHSS keeps the IMEI as the network happened to spell it.
                check.spellings().forEach(spelling -> pairs.add(pair(imsi, spelling)));
            });
        }
        try {
            sql.read(
                    connection,
                    new EquipmentSql.Wanted(spellings, imsis, pairs),
                    new EquipmentSql.Found(rules, devices, knownPairs));
        } catch (SQLException e) {
            throw sql.translate("reading equipment", e);
        }
    }

    /** The exact rules for one spelling of an IMEI, by id; those of a prefetched check only. */
    public List<EquipmentRule> exactRules(String spelling) {
        return rules.getOrDefault(spelling, List.of());
    }

    /** The device that {@code imsi} was last seen in; of a prefetched check only. */
    public Optional<Device> device(Imsi imsi) {
        return Optional.ofNullable(devices.get(imsi));
    }

    /**
     * Records that {@code imsi} was seen in {@code imei} and how the check went: {@code eir_history} gets the pair or a newer
     * timestamp, {@code jhss_device} the current device.
     */
    public Sighting seen(Imsi imsi, Imei imei, int responseCode, Instant at) {
        var pair = knownPair(imsi, imei);
        var before = devices.get(imsi);
        boolean same = before != null && before.imei().tacAndSerial().equals(imei.tacAndSerial());
        var sighting = new Sighting(!knownPairs.contains(pair), same ? Optional.empty() : Optional.ofNullable(before));
        var device = new Device(imei, before != null && same ? before.since() : at, at);
        var entryBefore = history.get(pair);
        var movedBefore = moved.get(imsi);
        journal.add(() -> {
            restore(history, pair, entryBefore);
            restore(moved, imsi, movedBefore);
            restore(devices, imsi, before);
            if (sighting.newPair()) {
                knownPairs.remove(pair);
            }
        });
        history.put(pair, new HistoryEntry(responseCode, at));
        moved.put(imsi, device);
        devices.put(imsi, device);
        knownPairs.add(pair);
        return sighting;
    }

    void write() throws SQLException {
        if (!history.isEmpty()) {
            sql.writeHistory(connection, history);
            sql.writeDevices(connection, moved);
        }
    }

    private static <K, V> void restore(Map<K, V> map, K key, @Nullable V value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    /** The key under which the pair is in the history already, or else our own. */
    private String knownPair(Imsi imsi, Imei imei) {
        var own = pair(imsi, imei);
        if (knownPairs.contains(own)) {
            return own;
        }
        for (var known : knownPairs) {
            if (known.startsWith(own)) {
                return known;
            }
        }
        return own;
    }

    /** PyHSS's key of {@code eir_history}. The IMEI stands without software version, which changes with each update of a device. */
    static String pair(Imsi imsi, Imei imei) {
        return pair(imsi, imei.tacAndSerial());
    }

    private static String pair(Imsi imsi, String spelling) {
        return imsi.value() + "," + spelling;
    }

    /** A row of {@code eir_history} to be written. */
    record HistoryEntry(int responseCode, Instant at) {}
}
