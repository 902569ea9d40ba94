// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All AVPs, commands and applications that jHSS knows. Immutable; look-ups by number make no garbage. */
public final class Dictionary {

    private static final List<String> TABLES = List.of("base.dic", "reused.dic", "s6a.dic");

    private static final Dictionary STANDARD = DictionaryLoader.load(TABLES);

    private final Map<Integer, Application> applications;
    private final Map<String, AvpDefinition> avpsByName;
    private final LongTable<AvpDefinition> avps;
    private final Map<String, CommandDefinition> commands;

    Dictionary(
            Map<Integer, Application> applications,
            Map<String, AvpDefinition> avpsByName,
            Map<Long, AvpDefinition> avpsByKey,
            Map<String, CommandDefinition> commands) {
        this.applications = Map.copyOf(applications);
        this.avpsByName = Map.copyOf(avpsByName);
        this.avps = new LongTable<>(avpsByKey);
        this.commands = Map.copyOf(commands);
        pairCommands();
    }

    /** The dictionary of the tables that jHSS ships. */
    public static Dictionary standard() {
        return STANDARD;
    }

    /**
     * The AVP of that name.
     *
     * @throws DictionaryException when no table has it
     */
    public AvpDefinition avp(String name) {
        var avp = avpsByName.get(name);
        if (avp == null) {
            throw new DictionaryException("no AVP is called " + name);
        }
        return avp;
    }

    /** The AVP with that vendor (0 for IETF) and code. */
    public Optional<AvpDefinition> find(int vendorId, int code) {
        return find(AvpDefinition.key(vendorId, code));
    }

    /** The AVP with that {@link AvpDefinition#key()}. */
    public Optional<AvpDefinition> find(long key) {
        return avps.get(key);
    }

    /**
     * The command of that application and abbreviation, such as ("S6a", "AIR").
     *
     * @throws DictionaryException when no table has it
     */
    public CommandDefinition command(String application, String abbreviation) {
        var command = commands.get(application + " " + abbreviation);
        if (command == null) {
            throw new DictionaryException("no command " + abbreviation + " in " + application);
        }
        return command;
    }

    /**
     * The application of that id.
     *
     * @throws DictionaryException when no table has it
     */
    public Application application(int id) {
        var application = applications.get(id);
        if (application == null) {
            throw new DictionaryException("no application " + Integer.toUnsignedString(id));
        }
        return application;
    }

    public Collection<Application> applications() {
        return applications.values();
    }

    public Collection<AvpDefinition> avps() {
        return avpsByName.values();
    }

    public Collection<CommandDefinition> commands() {
        return commands.values();
    }

    private void pairCommands() {
        var byNumber = new HashMap<String, CommandDefinition>();
        for (var command : commands.values()) {
            var number = command.application().name() + " " + command.code();
            var other = byNumber.put(number, command);
            if (other != null) {
                if (other.isRequest() == command.isRequest()) {
                    throw new DictionaryException("two commands with the code " + number);
                }
                other.pairWith(command);
                command.pairWith(other);
            }
        }
    }
}
