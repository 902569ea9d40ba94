// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.place;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jhss.provisioning.object.NewRow;
import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where objects are kept. Rows come as JSON with all columns, jHSS's own too; secret ones are there only when asked for at opening.
 * Every method throws {@link IOException} when the place cannot be reached or does not let us in.
 */
public interface Target extends AutoCloseable {

    /** Stores a new row. */
    Answer create(ResourceType type, ObjectNode input) throws IOException;

    /**
     * Stores new rows, all or none; a row refers to those before it where it names no other.
     *
     * @return one answer for each row, or the one refusal
     */
    List<Answer> createTogether(List<NewRow> rows) throws IOException;

    /** Changes what {@code input} names. */
    Answer update(ResourceType type, int key, ObjectNode input) throws IOException;

    /** Deletes a row. */
    Answer delete(ResourceType type, int key) throws IOException;

    /** The row with that key. */
    Answer read(ResourceType type, int key) throws IOException;

    /** The rows that a query asks for. */
    Listing list(ResourceType type, RowQuery query) throws IOException;

    /** What was done, newest first; to one row if {@code key} is given, which needs {@code type}. */
    Listing history(Optional<ResourceType> type, Optional<Integer> key, int limit) throws IOException;

    /** What one operation did, oldest first. */
    Listing operation(String operationId) throws IOException;

    /**
     * Takes an operation back, or the last that can be.
     *
     * @param forced whether rows that have been changed since are set back nevertheless
     * @return done, with {@code operation_id}, {@code undone} and the number of {@code rows}, or a refusal
     */
    Answer rollback(Optional<String> operationId, boolean forced) throws IOException;

    /** What the network was told of changes, each with what its nodes answered. */
    Listing changes(ChangeQuery query) throws IOException;

    @Override
    void close();
}
