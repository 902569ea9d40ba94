// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The commands that can be sent, by name. */
public final class LoadCommands {

    private static final LoadCommands STANDARD = new LoadCommands(List.of(
            new AuthenticationVectors(),
            new UpdateLocation(),
            new PurgeUe(),
            new NotifyServingNode(),
            new IdentityCheck()));

    private final Map<String, LoadCommand> byName = new LinkedHashMap<>();

    private LoadCommands(List<LoadCommand> commands) {
        commands.forEach(command -> byName.put(command.definition().abbreviation(), command));
    }

    /** AIR, ULR, PUR, NOR and ECR. */
    public static LoadCommands standard() {
        return STANDARD;
    }

    /** These and further ones; one of a known name takes its place. */
    public LoadCommands with(LoadCommand command) {
        var all = new ArrayList<>(byName.values());
        all.add(command);
        return new LoadCommands(all);
    }

    /** The command of that name, in whatever case. */
    public Optional<LoadCommand> find(String name) {
        return Optional.ofNullable(byName.get(name.toUpperCase(Locale.ROOT)));
    }

    /** The names. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
