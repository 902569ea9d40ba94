// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jhss.provisioning.schema.ResourceType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What objects are called on the command line: their table's name, its plural, a few others; hyphens or underscores. */
final class ResourceName implements ITypeConverter<ResourceType>, Iterable<String> {

    private static final Map<String, ResourceType> OTHERS = Map.ofEntries(
            Map.entry("key", ResourceType.AUC),
            Map.entry("sim", ResourceType.AUC),
            Map.entry("ims", ResourceType.IMS_SUBSCRIBER),
            Map.entry("rule", ResourceType.CHARGING_RULE),
            Map.entry("routing", ResourceType.SUBSCRIBER_ROUTING),
            Map.entry("attribute", ResourceType.SUBSCRIBER_ATTRIBUTES),
            Map.entry("subscriber_attribute", ResourceType.SUBSCRIBER_ATTRIBUTES),
            Map.entry("network", ResourceType.ROAMING_NETWORK),
            Map.entry("session", ResourceType.SERVING_APN),
            Map.entry("device", ResourceType.EIR_HISTORY),
            Map.entry("log", ResourceType.OPERATION_LOG));

    @Override
    public ResourceType convert(String text) {
        var name = text.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        for (var candidate : List.of(name, withoutPlural(name))) {
            var found = find(candidate);
            if (found != null) {
                return found;
            }
        }
        throw new TypeConversionException("there is no object '" + text + "', but: " + String.join(", ", names()));
    }

    private static @Nullable ResourceType find(String name) {
        var other = OTHERS.get(name);
        return other != null ? other : ResourceType.parse(name).orElse(null);
    }

    private static String withoutPlural(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }

    /** As the type is called in what the commands print: {@code ims-subscriber}. */
    static String of(ResourceType type) {
        return type.table().replace('_', '-');
    }

    private static List<String> names() {
        var names = new ArrayList<String>();
        for (var type : ResourceType.values()) {
            names.add(of(type));
        }
        return names;
    }

    /** What a shell offers. */
    @Override
    public Iterator<String> iterator() {
        return names().iterator();
    }
}
