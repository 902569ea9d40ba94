// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store;

import org.jhss.platform.config.ChangesConfig;
import org.jhss.platform.config.DatabaseConfig;
import org.jhss.store.access.ApiTokens;
import org.jhss.store.access.KeptAnswers;
import org.jhss.store.change.ChangeLog;
import org.jhss.store.change.ChangeQueue;
import org.jhss.store.change.NetworkChanges;
import org.jhss.store.change.WideChanges;
import org.jhss.store.database.Database;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.migration.DatabaseMigrator;
import org.jhss.store.outbox.Outbox;
import org.jhss.store.reference.ReferenceData;
import org.jhss.store.reference.ReferenceDataCache;
import org.jhss.store.repository.Provisioning;
import org.jhss.store.secret.KeyRotation;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.table.Tables;
import org.jhss.store.work.RegisteredNodes;
import org.jhss.store.work.UnitsOfWork;

/** The database of one process: everything the services need of it. Thread-safe; close it last. */
public final class Store implements AutoCloseable {

    private final Database database;
    private final KeyVault vault;
    private final UnitsOfWork unitsOfWork;
    private final ReferenceDataCache referenceData;
    private final Provisioning provisioning;
    private final Tables tables;

    private Store(Database database, KeyVault vault) {
        this.database = database;
        this.vault = vault;
        this.unitsOfWork = new UnitsOfWork(database, vault);
        this.referenceData = new ReferenceDataCache(database);
        this.provisioning = new Provisioning(database, vault);
        this.tables = new Tables(database);
    }

    /** Opens the pools; neither connects nor migrates, so that a service may start before its database. */
    public static Store open(DatabaseSettings settings, KeyVault vault) {
        return new Store(Database.open(settings), vault);
    }

    /**
     * Opens what section {@code database} of the configuration describes.
     *
     * @throws IllegalArgumentException when it asks for a database that is not supported, or an encryption key is unusable; the
     *     message is for the operator
     */
    public static Store open(DatabaseConfig config) {
        return open(StoreConfig.settings(config), StoreConfig.vault(config.encryption()));
    }

    /** What brings the schema up to date; to be run before anything else is used. */
    public DatabaseMigrator migrator() {
        return new DatabaseMigrator(database.settings());
    }

    /** The request path. */
    public UnitsOfWork unitsOfWork() {
        return unitsOfWork;
    }

    /** Which nodes serve subscribers at all. */
    public RegisteredNodes registeredNodes() {
        return new RegisteredNodes(database);
    }

    /** The deliverer's side of what units of work have queued. */
    public Outbox outbox() {
        return new Outbox(database);
    }

    /** The writer's side of what the network must hear of. */
    public NetworkChanges networkChanges(ChangesConfig config) {
        return new NetworkChanges(database.type(), config.enabled());
    }

    /** The dispatcher's side of it. */
    public ChangeQueue changeQueue() {
        return new ChangeQueue(database);
    }

    /** The dispatcher's side of what concerns many subscribers. */
    public WideChanges wideChanges() {
        return new WideChanges(database);
    }

    /** What became of it. */
    public ChangeLog changeLog() {
        return new ChangeLog(database);
    }

    /** APNs and rules, at most about a second old. */
    public ReferenceData referenceData() {
        return referenceData.get();
    }

    /** Makes changes of reference data by this process visible at once. */
    public void referenceDataChanged() {
        referenceData.invalidate();
    }

    /** Creating, reading and changing rows outside the request path. */
    public Provisioning provisioning() {
        return provisioning;
    }

    /** Rows of any table as values: what provisioning works on. */
    public Tables tables() {
        return tables;
    }

    /** What seals and opens stored keys. */
    public KeyVault vault() {
        return vault;
    }

    /** The tokens of the REST interface. */
    public ApiTokens apiTokens() {
        return new ApiTokens(database);
    }

    /** Answers of the REST interface that may be asked for again. */
    public KeptAnswers keptAnswers() {
        return new KeptAnswers(database);
    }

    /** Encrypts all stored keys with the active key, or decrypts them where none is configured. */
    public KeyRotation keyRotation() {
        return new KeyRotation(database, vault);
    }

    /** The pools, for repositories and health checks. */
    public Database database() {
        return database;
    }

    @Override
    public void close() {
        provisioning.close();
        database.close();
    }
}
