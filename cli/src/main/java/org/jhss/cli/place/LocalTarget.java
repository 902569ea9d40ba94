// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.place;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jhss.platform.config.JhssConfig;
import org.jhss.provisioning.history.Actor;
import org.jhss.provisioning.history.ChangesJson;
import org.jhss.provisioning.history.HistoryEntry;
import org.jhss.provisioning.history.HistoryJson;
import org.jhss.provisioning.object.NewRow;
import org.jhss.provisioning.object.Objects;
import org.jhss.provisioning.object.Outcome;
import org.jhss.provisioning.object.Query;
import org.jhss.provisioning.object.Settings;
import org.jhss.provisioning.object.Together;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.provisioning.schema.RowJson;
import org.jhss.provisioning.schema.View;
import org.jhss.store.Store;
import org.jhss.store.change.Change;
import org.jhss.store.change.ChangeFilter;
import tools.jackson.databind.node.ObjectNode;

/** The database of the configuration. */
final class LocalTarget implements Target {

    private final Store store;
    private final Objects objects;
    private final Actor actor;
    private final boolean secrets;

    private LocalTarget(Store store, Objects objects, Actor actor, boolean secrets) {
        this.store = store;
        this.objects = objects;
        this.actor = actor;
        this.secrets = secrets;
    }

    /**
     * Opens the database.
     *
     * @throws IOException when its tables are not those of this version
     */
    static LocalTarget open(JhssConfig config, Actor actor, boolean secrets) throws IOException {
        var store = Store.open(config.database());
        try {
            if (!store.migrator().status().isCurrent()) {
                throw new IOException("the database " + store.database().settings()
                        + " is not up to date; bring it there with: jhss migrate");
            }
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
        return new LocalTarget(store, new Objects(store, Settings.from(config)), actor, secrets);
    }

    @Override
    public Answer create(ResourceType type, ObjectNode input) {
        return answer(objects.create(type, input, actor));
    }

    @Override
    public List<Answer> createTogether(List<NewRow> rows) {
        return switch (objects.createTogether(rows, actor)) {
            case Together.Done(var done) -> done.stream().map(this::answer).toList();
            case Together.Refused(var _, var cause) -> List.of(answer(cause));
        };
    }

    @Override
    public Answer update(ResourceType type, int key, ObjectNode input) {
        return answer(objects.update(type, key, input, Optional.empty(), actor));
    }

    @Override
    public Answer delete(ResourceType type, int key) {
        return answer(objects.delete(type, key, Optional.empty(), actor));
    }

    @Override
    public Answer read(ResourceType type, int key) {
        return objects.read(type, key)
                .<Answer>map(row -> Answer.Done.read(json(row)))
                .orElseGet(() -> new Answer.NotFound("there is no " + type.table() + " " + key));
    }

    @Override
    public Listing list(ResourceType type, RowQuery query) {
        var asked = Query.of(type);
        query.conditions()
                .forEach(condition ->
                        asked.where(condition.column(), condition.operator().word(), condition.operand()));
        if (!query.order().isEmpty()) {
            asked.orderBy(query.sort());
        }
        if (!asked.problems().isEmpty()) {
            return new Listing.Refused(new Answer.Invalid(asked.problems()));
        }
        var page = objects.page(type, asked.page(query.offset(), query.limit()).selection());
        return new Listing.Rows(
                page.rows().stream().map(this::json).toList(), page.total().orElse(0));
    }

    @Override
    public Listing history(Optional<ResourceType> type, Optional<Integer> key, int limit) {
        return entries(
                type.isPresent() && key.isPresent()
                        ? objects.history(type.get(), key.get(), 0, limit)
                        : objects.history(type, 0, limit));
    }

    @Override
    public Listing operation(String operationId) {
        var entries = objects.operation(operationId);
        return entries.isEmpty()
                ? new Listing.Refused(new Answer.NotFound("there is no operation " + operationId))
                : entries(entries);
    }

    @Override
    public Answer rollback(Optional<String> operationId, boolean forced) {
        return Rollbacks.answer(
                operationId.isPresent()
                        ? objects.rollback(operationId.get(), forced, actor)
                        : objects.rollbackLast(forced, actor),
                this::answer);
    }

    @Override
    public Listing changes(ChangeQuery query) {
        var log = store.changeLog();
        var changes = log.find(
                new ChangeFilter(
                        query.operationId(),
                        query.imsi(),
                        OptionalLong.empty(),
                        query.state(),
                        Optional.empty(),
                        OptionalLong.empty()),
                query.limit());
        var results = log.results(changes.stream().map(Change::id).toList());
        return new Listing.Rows(
                changes.stream().map(change -> ChangesJson.of(change, results)).toList(), changes.size());
    }

    @Override
    public void close() {
        store.close();
    }

    private static Listing entries(List<HistoryEntry> entries) {
        return new Listing.Rows(entries.stream().map(HistoryJson::of).toList(), entries.size());
    }

    private ObjectNode json(ResourceRow row) {
        return RowJson.tree(secrets ? objects.reveal(row) : row, secrets ? View.FULL_WITH_SECRETS : View.FULL);
    }

    private Answer answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> new Answer.Done(json(done.row()), done.operationId(), done.warnings());
            case Outcome.Invalid(var problems) -> new Answer.Invalid(problems);
            case Outcome.NotFound(var type, var key) -> new Answer.NotFound("there is no " + type.table() + " " + key);
            case Outcome.Conflict conflict -> new Answer.Conflict(conflict.message());
            case Outcome.Stale _ -> new Answer.Conflict("the row has been changed meanwhile");
        };
    }
}
