// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.table;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values of columns. */
public final class Values {

    private Values() {}

    /** Whether two values are the same, octets compared one by one. */
    public static boolean equal(@Nullable Object one, @Nullable Object other) {
        return (one instanceof byte[] first && other instanceof byte[] second)
                ? Arrays.equals(first, second)
                : Objects.equals(one, other);
    }
}
