// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds a {@link Dictionary} from tables; their format is described in {@code README.md} beside them. */
final class DictionaryLoader {

    private static final int AVP_COLUMNS = 5;

    private final Map<String, Integer> vendors = new HashMap<>();
    private final Map<Integer, Application> applications = new LinkedHashMap<>();
    private final Map<String, AvpDefinition> avpsByName = new LinkedHashMap<>();
    private final Map<Long, AvpDefinition> avpsByKey = new HashMap<>();
    private final Map<String, CommandDefinition> commands = new LinkedHashMap<>();
    private final Map<Grammar, List<String>> unresolved = new LinkedHashMap<>();

    static Dictionary load(List<String> tables) {
        var loader = new DictionaryLoader();
        for (var table : tables) {
            TableReader.read(table).forEach(loader::addNamingPlace);
        }
        loader.unresolved.forEach(loader::resolve);
        return new Dictionary(loader.applications, loader.avpsByName, loader.avpsByKey, loader.commands);
    }

    private void addNamingPlace(TableReader.Entry entry) {
        try {
            add(entry);
        } catch (IllegalArgumentException | DictionaryException e) {
            throw new DictionaryException(entry.where() + ": " + e.getMessage(), e);
        }
    }

    private void add(TableReader.Entry entry) {
        var columns = entry.columns();
        switch (columns.getFirst()) {
            case "@vendor" -> vendors.put(columns.get(2), number(columns.get(1)));
            case "@application" -> addApplication(columns);
            default -> {
                if (Character.isDigit(entry.head().charAt(0))) {
                    addAvp(columns, entry.body());
                } else {
                    addCommand(CommandLine.parse(entry.head()), entry.body());
                }
            }
        }
    }

    private void addApplication(List<String> columns) {
        var application = new Application(number(columns.get(1)), vendor(columns.get(2)), columns.get(3));
        if (applications.put(application.id(), application) != null) {
            throw new DictionaryException("application " + application.name() + " is given twice");
        }
    }

    private void addAvp(List<String> columns, List<String> body) {
        if (columns.size() < AVP_COLUMNS) {
            throw new DictionaryException("an AVP has the columns code vendor name type M");
        }
        var type = AvpType.ofLabel(columns.get(3));
        var rules = body.stream().filter(line -> !ValueNotes.isNote(line)).toList();
        var avp = new AvpDefinition(
                number(columns.get(0)),
                vendor(columns.get(1)),
                columns.get(2),
                type,
                FlagRule.of(columns.get(4)),
                ValueNotes.parse(columns.subList(AVP_COLUMNS, columns.size()), body),
                type == AvpType.GROUPED ? grammar(rules) : Grammar.ANYTHING);
        if (avpsByKey.put(avp.key(), avp) != null || avpsByName.put(avp.name(), avp) != null) {
            throw new DictionaryException(avp.name() + " (" + avp.vendorId() + ", " + avp.code() + ") is given twice");
        }
    }

    private void addCommand(CommandLine line, List<String> body) {
        var application = applications.get(line.applicationId());
        if (application == null) {
            throw new DictionaryException("application " + line.applicationId() + " is not defined");
        }
        var command = new CommandDefinition(
                application,
                line.code(),
                line.name(),
                line.abbreviation(),
                line.request(),
                line.proxiable(),
                grammar(body));
        if (commands.put(application.name() + " " + command.abbreviation(), command) != null) {
            throw new DictionaryException("command " + command.abbreviation() + " is given twice");
        }
    }

    private Grammar grammar(List<String> lines) {
        var grammar = new Grammar();
        unresolved.put(grammar, List.copyOf(lines));
        return grammar;
    }

    private void resolve(Grammar grammar, List<String> lines) {
        var rules = new ArrayList<AvpRule>();
        // A Grouped AVP without a member list may hold anything.
        boolean catchAll = lines.isEmpty();
        for (var line : GrammarLine.parseAll(lines)) {
            if (line.isCatchAll()) {
                catchAll = true;
                continue;
            }
            var avp = avpsByName.get(line.name());
            if (avp == null) {
                throw new DictionaryException("no AVP " + line.name() + " for the rule " + line);
            }
            rules.add(new AvpRule(avp, line.presence(), line.min(), line.max()));
        }
        grammar.define(rules, catchAll);
    }

    private int vendor(String name) {
        var id = vendors.get(name);
        if (id == null) {
            throw new DictionaryException("vendor " + name + " is not defined");
        }
        return id;
    }

    private static int number(String digits) {
        return Integer.parseUnsignedInt(digits);
    }
}
