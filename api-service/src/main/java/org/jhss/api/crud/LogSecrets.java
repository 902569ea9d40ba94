// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.crud;

import com.google.re2j.Pattern;
import java.util.stream.Collectors;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;

/** Stars out keys in entries that PyHSS has written: it logs Ki and OPc in plain. */
public final class LogSecrets {

    private static final Pattern SECRET = Pattern.compile(ResourceType.AUC.columns().stream()
            .filter(Column::isSecret)
            .map(Column::name)
            .collect(Collectors.joining("|", "(?m)^(", "): \\[(\\w+)\\] .* ----> \\[(\\w+)\\] [^\\r\\n]*")));

    private LogSecrets() {}

    /** {@code entry} of the operation log without the keys of a SIM. */
    public static ResourceRow hidden(ResourceRow entry) {
        if (!ResourceType.AUC.table().equals(entry.get("table_name"))
                || !(entry.get("changes") instanceof String changes)) {
            return entry;
        }
        var copy = entry.copy();
        copy.values()[ResourceType.OPERATION_LOG.position("changes")] = hidden(changes);
        return copy;
    }

    static String hidden(String changes) {
        return SECRET.matcher(changes).replaceAll("$1: [$2] *** ----> [$3] ***");
    }
}
