// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jhss.identity.Imei;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names of devices by type allocation code, held in memory. At most once a minute a look-up notices that the file has changed and
 * has it read in the background; an unreadable file is logged and leaves what was read before. Thread-safe.
 */
public final class TacDatabase {

    /** Stands for a name or model that the list does not tell. */
    public static final String UNKNOWN = "Unknown";

    private static final Logger LOG = LoggerFactory.getLogger(TacDatabase.class);
    private static final Duration CHECK_EVERY = Duration.ofMinutes(1);
    static final int LONG_PREFIX = 8;
    static final int SHORT_PREFIX = 6;

    /**
     * A kind of device.
     *
     * @param prefix the code, 8 digits (TS 23.003 6.2.1) or the 6 of before 2004
     * @param name such as the maker
     * @param model such as the type
     */
    public record DeviceType(String prefix, String name, String model) {}

    private record Content(Map<String, DeviceType> types, FileTime modified) {}

    private static final FileTime NEVER = FileTime.fromMillis(0);

    private final Path file;
    private final InstantSource clock;
    private final AtomicLong nextCheck;
    private volatile Content content = new Content(Map.of(), NEVER);

    private TacDatabase(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.nextCheck = new AtomicLong(clock.millis() + CHECK_EVERY.toMillis());
    }

    /** Reads {@code file}. */
    public static TacDatabase open(Path file, InstantSource clock) {
        var database = new TacDatabase(file, clock);
        database.refresh();
        return database;
    }

    /** The kind of device that {@code imei} is, by its first eight digits or else its first six. */
    public Optional<DeviceType> find(Imei imei) {
        return find(imei.tac());
    }

    /** The kind of device whose IMEI starts with {@code digits}: as many of its first eight as are known, but six at least. */
    public Optional<DeviceType> find(String digits) {
        checkSometimes();
        var types = content.types;
        var found = digits.length() < LONG_PREFIX ? null : types.get(digits.substring(0, LONG_PREFIX));
        if (found != null || digits.length() < SHORT_PREFIX) {
            return Optional.ofNullable(found);
        }
        return Optional.ofNullable(types.get(digits.substring(0, SHORT_PREFIX)));
    }

    private void checkSometimes() {
        long now = clock.millis();
        long due = nextCheck.get();
        if (now >= due && nextCheck.compareAndSet(due, now + CHECK_EVERY.toMillis())) {
            Thread.startVirtualThread(this::refresh);
        }
    }

    private synchronized void refresh() {
        try {
            var modified = Files.getLastModifiedTime(file);
            if (!modified.equals(content.modified)) {
                content = new Content(TacFile.read(file), modified);
                log();
            }
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("file", file)
                    .log("cannot read eir.tac_database_csv ({}); {} device types stay known", e, content.types.size());
        }
    }

    private void log() {
        if (content.types.isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("file", file)
                    .log("eir.tac_database_csv has no line of the form tac,name,model with a tac of 6 or 8 digits");
        } else {
            LOG.atInfo().addKeyValue("file", file).log("{} device types known", content.types.size());
        }
    }
}
