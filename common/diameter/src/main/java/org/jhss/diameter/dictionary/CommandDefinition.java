// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

import java.util.Objects;

/** One direction of a command, such as AIR or AIA. Instances are unique per dictionary. */
public final class CommandDefinition {

    private final Application application;
    private final int code;
    private final String name;
    private final String abbreviation;
    private final boolean request;
    private final boolean proxiable;
    private final Grammar grammar;
    private CommandDefinition counterpart = this;

    CommandDefinition(
            Application application,
            int code,
            String name,
            String abbreviation,
            boolean request,
            boolean proxiable,
            Grammar grammar) {
        this.application = application;
        this.code = code;
        this.name = name;
        this.abbreviation = abbreviation;
        this.request = request;
        this.proxiable = proxiable;
        this.grammar = grammar;
    }

    public Application application() {
        return application;
    }

    public int applicationId() {
        return application.id();
    }

    /** The command code, 24 bits. */
    public int code() {
        return code;
    }

    /** The name in the specification, such as {@code Authentication-Information-Request}. */
    public String name() {
        return name;
    }

    /** The abbreviation, such as {@code AIR}. */
    public String abbreviation() {
        return abbreviation;
    }

    /** Whether this is the request of the command. */
    public boolean isRequest() {
        return request;
    }

    /** Whether the specification sets the P bit. */
    public boolean isProxiable() {
        return proxiable;
    }

    public Grammar grammar() {
        return grammar;
    }

    /** The answer to this request. */
    public CommandDefinition answer() {
        return request ? counterpart : this;
    }

    /** The request that this answers. */
    public CommandDefinition request() {
        return request ? this : counterpart;
    }

    void pairWith(CommandDefinition other) {
        counterpart = Objects.requireNonNull(other);
    }

    @Override
    public String toString() {
        return abbreviation;
    }
}
