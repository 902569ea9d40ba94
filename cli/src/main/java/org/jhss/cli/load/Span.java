// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.load;

import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads lengths of time such as {@code 500ms}, {@code 10s}, {@code 2m}, {@code 1h}; a bare number is seconds. */
final class Span implements ITypeConverter<Duration> {

    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L, "", 1000L);

    @Override
    public Duration convert(String text) {
        int digits = 0;
        while (digits < text.length() && (Character.isDigit(text.charAt(digits)) || text.charAt(digits) == '.')) {
            digits++;
        }
        var unit = MILLIS.get(text.substring(digits));
        try {
            if (unit != null) {
                return Duration.ofMillis(Math.round(Double.parseDouble(text.substring(0, digits)) * unit));
            }
        } catch (NumberFormatException _) {
            // Told below.
        }
        throw new TypeConversionException("'" + text + "' is no length of time such as 500ms, 10s, 2m or 1h");
    }
}
