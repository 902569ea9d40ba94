// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.load;

import java.util.Locale;
import java.util.OptionalInt;
import org.jhss.load.plan.MixEntry;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an entry of the mix: {@code COMMAND[@PRIORITY][=WEIGHT]}. */
final class Mix implements ITypeConverter<MixEntry> {

    @Override
    public MixEntry convert(String text) {
        int equals = text.indexOf('=');
        var name = equals < 0 ? text : text.substring(0, equals);
        int at = name.indexOf('@');
        try {
            int weight = equals < 0 ? 1 : Integer.parseInt(text.substring(equals + 1));
            var priority = at < 0 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(name.substring(at + 1)));
            return new MixEntry((at < 0 ? name : name.substring(0, at)).toUpperCase(Locale.ROOT), weight, priority);
        } catch (NumberFormatException _) {
            throw new TypeConversionException("'" + text + "' is no COMMAND[@PRIORITY][=WEIGHT]");
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
