// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page of a command line with all its commands, in the man macros of roff. */
final class ManPage {

    private static final Map<String, String> EXIT_CODES = new TreeMap<>(Map.of(
            "0", "Done.",
            "1", "Not done: no database, no network, no confirmation, a defect.",
            "2", "Wrong usage.",
            "3", "Values break rules, records were rejected, or there is no such thing.",
            "4", "Other objects stand in the way: the value is taken, the object is referred to."));

    private static final Map<String, String> VARIABLES = new TreeMap<>(Map.of(
            "JHSS_CONFIG", "The configuration file.",
            "JHSS_API", "Address of the REST interface that provisioning commands work over, as --api.",
            "JHSS_API_KEY", "Its Provisioning-Key, as --key.",
            "JHSS_API_TOKEN", "A bearer token for it, as --token.",
            "JHSS_CLI_LOG", "Level of the libraries' logs: off (default), error, warn, info, debug, trace.",
            "COLUMNS", "Width of tables on a terminal."));

    private final CommandLine line;
    private final StringBuilder page = new StringBuilder();

    ManPage(CommandLine line) {
        this.line = line;
    }

    /** The page. */
    String text() {
        macro("TH JHSS 1 \"\" \"jHSS\" \"jHSS Manual\"");
        section("NAME");
        text("jhss - a Home Subscriber Server, its operation and provisioning");
        section("SYNOPSIS");
        macro("B jhss");
        text("COMMAND [OPTIONS] [PARAMETERS]");
        section("DESCRIPTION");
        text(
                "Starts and stops jHSS, provisions it, asks the running system and simulates its peers. Provisioning commands work on"
                        + " the database of the configuration or, with --api, over the REST interface of a running jHSS, with the same"
                        + " result.");
        section("COMMANDS");
        line.getSubcommands().values().stream().distinct().forEach(command -> command(command, ""));
        section("EXIT STATUS");
        EXIT_CODES.forEach(this::tagged);
        section("ENVIRONMENT");
        VARIABLES.forEach(this::tagged);
        section("EXAMPLES");
        example("jhss add apn apn=internet apn_ambr_dl=0 apn_ambr_ul=0");
        example("jhss add subscriber imsi=001010000000001 ki=- opc=- apn=internet msisdn=441234567890 --ims");
        example("jhss list subscribers --filter enabled=false --sort -last_modified");
        example("jhss edit subscriber 001010000000001 enabled=false");
        example("jhss history subscriber 001010000000001");
        return page.toString();
    }

    private void command(CommandLine command, String prefix) {
        var spec = command.getCommandSpec();
        var name = prefix + spec.name();
        macro("SS " + quoted(name));
        macro("B " + quoted("jhss " + name));
        text(synopsis(spec));
        macro("PP");
        for (var sentence : spec.usageMessage().description()) {
            text(sentence);
        }
        for (var parameter : spec.positionalParameters()) {
            argument(parameter.paramLabel(), parameter);
        }
        for (var option : spec.options()) {
            if (!option.usageHelp() && !option.versionHelp() && !option.hidden()) {
                argument(names(option), option);
            }
        }
        command.getSubcommands().values().stream().distinct().forEach(sub -> command(sub, name + " "));
    }

    private static String synopsis(CommandSpec spec) {
        var parts = new ArrayList<String>();
        if (spec.options().stream().anyMatch(option -> !option.usageHelp() && !option.versionHelp())) {
            parts.add("[OPTIONS]");
        }
        for (var parameter : spec.positionalParameters()) {
            var label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : "");
            parts.add(parameter.arity().min() == 0 ? "[" + label + "]" : label);
        }
        if (!spec.subcommands().isEmpty()) {
            parts.add("COMMAND");
        }
        return String.join(" ", parts);
    }

    private static String names(OptionSpec option) {
        var names = String.join(", ", List.of(option.names()));
        return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
    }

    private void argument(String name, ArgSpec argument) {
        tagged(name, String.join(" ", argument.description()));
    }

    private void tagged(String tag, String description) {
        macro("TP");
        macro("B " + quoted(tag));
        text(description);
    }

    private void example(String command) {
        macro("PP");
        macro("B " + quoted(command));
    }

    private void section(String title) {
        macro("SH " + quoted(title));
    }

    private void macro(String text) {
        page.append('.').append(text).append('\n');
    }

    private void text(String text) {
        var plain = Ansi.OFF.string(text).replace("%n", " ").strip();
        if (!plain.isEmpty()) {
            page.append(plain.startsWith(".") || plain.startsWith("'") ? "\\&" : "")
                    .append(escaped(plain))
                    .append('\n');
        }
    }

    private static String quoted(String text) {
        return "\"" + escaped(text).replace("\"", "\\(dq") + "\"";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti");
    }
}
