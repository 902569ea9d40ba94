// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jhss.provisioning.bulk.in.ImportFile;
import org.jhss.provisioning.bulk.in.ImportListener;
import org.jhss.provisioning.bulk.in.ImportOptions;
import org.jhss.provisioning.bulk.in.ImportRequest;
import org.jhss.provisioning.bulk.in.ImportResult;
import org.jhss.provisioning.bulk.in.ProblemReport;
import org.jhss.provisioning.bulk.in.RecordProblem;
import org.jhss.provisioning.bulk.in.SubscriberImport;
import org.jhss.store.Store;
import org.jhss.store.change.NetworkChanges;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;

/** A migrated database with the APNs {@code internet} (1) and {@code ims} (2), and what tests do with it. */
public final class BulkFixture implements AutoCloseable {

    private final Store store;
    private final List<RecordProblem> problems = new ArrayList<>();

    private BulkFixture(Store store) {
        this.store = store;
    }

    /** In an empty database. */
    public static BulkFixture in(DatabaseSettings settings, KeyVault vault) {
        var store = Store.open(settings, vault);
        store.migrator().migrate();
        var fixture = new BulkFixture(store);
        for (var apn : List.of("internet", "ims")) {
            fixture.execute(
                    "INSERT INTO apn (apn, ip_version, apn_ambr_dl, apn_ambr_ul) VALUES ('" + apn + "', 0, 1, 1)");
        }
        return fixture;
    }

    /** In a database that is ready. */
    public static BulkFixture over(DatabaseSettings settings, KeyVault vault) {
        return new BulkFixture(Store.open(settings, vault));
    }

    public Store store() {
        return store;
    }

    /** What was rejected by imports so far. */
    public List<RecordProblem> problems() {
        return problems;
    }

    public void execute(String sql) {
        try (var connection = store.database().writers().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of a query, values separated by bars. */
    public List<String> rows(String sql) {
        try (var connection = store.database().readers().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                found.add(String.join("|", row));
            }
            connection.rollback();
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Imports a text. */
    public ImportResult importText(String text, ImportOptions options) {
        return run(ImportRequest.of(
                ImportFile.of("test", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                options,
                "test"));
    }

    public ImportResult run(ImportRequest request) {
        return run(request, problems::addAll, ImportListener.NONE);
    }

    public ImportResult run(ImportRequest request, ProblemReport report, ImportListener listener) {
        try {
            return importOf(request, report, listener).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public SubscriberImport importOf(ImportRequest request, ProblemReport report, ImportListener listener) {
        return new SubscriberImport(
                store, new NetworkChanges(store.database().type(), true), request, report, listener);
    }

    @Override
    public void close() {
        store.close();
    }
}
