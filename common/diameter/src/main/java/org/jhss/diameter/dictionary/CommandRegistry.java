// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

import java.util.HashMap;
import java.util.Optional;

/** Finds commands by the dispatch key (application id, command code). Immutable; look-ups make no garbage. */
public final class CommandRegistry {

    private static final CommandRegistry STANDARD = new CommandRegistry(Dictionary.standard());

    private final LongTable<CommandDefinition> requests;
    private final LongTable<CommandDefinition> answers;
    private final LongTable<Application> applications;

    CommandRegistry(Dictionary dictionary) {
        var requestsByKey = new HashMap<Long, CommandDefinition>();
        var answersByKey = new HashMap<Long, CommandDefinition>();
        for (var command : dictionary.commands()) {
            (command.isRequest() ? requestsByKey : answersByKey)
                    .put(key(command.applicationId(), command.code()), command);
        }
        var applicationsById = new HashMap<Long, Application>();
        for (var application : dictionary.applications()) {
            applicationsById.put((long) application.id(), application);
        }
        requests = new LongTable<>(requestsByKey);
        answers = new LongTable<>(answersByKey);
        applications = new LongTable<>(applicationsById);
    }

    /** The registry over {@link Dictionary#standard()}. */
    public static CommandRegistry standard() {
        return STANDARD;
    }

    /** The request of that command; its answer is {@link CommandDefinition#answer()}. */
    public Optional<CommandDefinition> find(int applicationId, int commandCode) {
        return requests.get(key(applicationId, commandCode));
    }

    /** The command that a message with that header is, request or answer. */
    public Optional<CommandDefinition> find(int applicationId, int commandCode, boolean request) {
        return (request ? requests : answers).get(key(applicationId, commandCode));
    }

    /** Whether a table defines the application; if not, a request for it deserves 3007 (RFC 6733 7.1.3). */
    public boolean isKnownApplication(int applicationId) {
        return applications.get(applicationId).isPresent();
    }

    private static long key(int applicationId, int commandCode) {
        return AvpDefinition.key(applicationId, commandCode);
    }
}
