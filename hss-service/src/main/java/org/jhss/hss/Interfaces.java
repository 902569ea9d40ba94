// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss;

import java.util.List;
import org.jhss.hss.handler.InterfaceModule;

/** The Diameter interfaces that this HSS serves: the one place where they are listed. */
final class Interfaces {

    static final List<InterfaceModule> ALL = List.of();

    private Interfaces() {}
}
