// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jhss.provisioning.object.FieldProblem;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.Reference;
import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.node.ObjectNode;

/** Puts ids in the place of names: {@code default_apn=internet}, {@code apn_list=internet,ims}, {@code auc_id=IMSI}. */
final class References {

    private final Finder finder;
    private final List<FieldProblem> problems = new ArrayList<>();

    References(Finder finder) {
        this.finder = finder;
    }

    /** Changes {@code input}; says which names stand for nothing. */
    List<FieldProblem> resolve(ResourceType type, ObjectNode input) throws IOException {
        for (var column : type.columns()) {
            var reference = column.reference();
            var value = input.get(column.name());
            if (reference.isPresent() && value != null && value.isString()) {
                input.put(column.name(), resolved(column, reference.get(), value.stringValue()));
            }
        }
        return List.copyOf(problems);
    }

    private String resolved(Column column, Reference reference, String text) throws IOException {
        if (reference.strength() != Reference.Strength.LIST) {
            return one(column, reference.target(), text.strip());
        }
        var members = new ArrayList<String>();
        for (var member : text.split(",", -1)) {
            members.add(one(column, reference.target(), member.strip()));
        }
        return String.join(",", members);
    }

    private String one(Column column, ResourceType type, String text) throws IOException {
        if (text.isEmpty()) {
            return text;
        }
        var found = finder.reference(type, text);
        if (found.key().isEmpty()) {
            problems.add(new FieldProblem(column.name(), "reference", found.problem()));
        }
        return found.key().map(String::valueOf).orElse(text);
    }
}
