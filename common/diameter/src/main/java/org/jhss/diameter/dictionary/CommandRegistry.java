// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds commands by the dispatch key (application id, command code). Immutable. */
public final class CommandRegistry {

    private static final CommandRegistry STANDARD = new CommandRegistry(Dictionary.standard());

    private final Map<Long, Optional<CommandDefinition>> requests = new HashMap<>();
    private final Set<Integer> applications = new HashSet<>();

    CommandRegistry(Dictionary dictionary) {
        for (var command : dictionary.commands()) {
            requests.put(key(command.applicationId(), command.code()), Optional.of(command.request()));
        }
        for (var application : dictionary.applications()) {
            applications.add(application.id());
        }
    }

    /** The registry over {@link Dictionary#standard()}. */
    public static CommandRegistry standard() {
        return STANDARD;
    }

    /** The request of that command; its answer is {@link CommandDefinition#answer()}. */
    public Optional<CommandDefinition> find(int applicationId, int commandCode) {
        return requests.getOrDefault(key(applicationId, commandCode), Optional.empty());
    }

    /** The command that a message with that header is, request or answer. */
    public Optional<CommandDefinition> find(int applicationId, int commandCode, boolean request) {
        var found = find(applicationId, commandCode);
        return request ? found : found.map(CommandDefinition::answer);
    }

    /** Whether a table defines the application; if not, a request for it deserves 3007 (RFC 6733 7.1.3). */
    public boolean isKnownApplication(int applicationId) {
        return applications.contains(applicationId);
    }

    private static long key(int applicationId, int commandCode) {
        return AvpDefinition.key(applicationId, commandCode);
    }
}
