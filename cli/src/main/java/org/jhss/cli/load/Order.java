// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.load;

import org.jhss.load.plan.SubscriberOrder;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads which subscriber is next: {@code uniform}, {@code round-robin} or {@code hot:COUNT:SHARE}. */
final class Order implements ITypeConverter<SubscriberOrder> {

    private static final int HOT_PARTS = 3;

    @Override
    public SubscriberOrder convert(String text) {
        var parts = text.split(":", -1);
        try {
            if (text.equals("uniform")) {
                return new SubscriberOrder.Uniform();
            }
            if (text.equals("round-robin")) {
                return new SubscriberOrder.RoundRobin();
            }
            if (parts[0].equals("hot") && parts.length == HOT_PARTS) {
                return new SubscriberOrder.Hot(Integer.parseInt(parts[1]), Double.parseDouble(parts[2]));
            }
        } catch (IllegalArgumentException _) {
            // Told below.
        }
        throw new TypeConversionException(
                "'" + text + "' is none of uniform, round-robin, hot:COUNT:SHARE (as hot:100:0.9)");
    }
}
