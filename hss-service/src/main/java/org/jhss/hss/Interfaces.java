// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss;

import java.util.List;
import org.jhss.hss.handler.InterfaceModule;
import org.jhss.hss.s13.S13Module;
import org.jhss.hss.s6a.S6aModule;
import org.jhss.hss.s6a.originated.S6aOriginated;

/** The Diameter interfaces that this HSS serves: the one place where they are listed. */
final class Interfaces {

    static final List<InterfaceModule> ALL = List.of(new S6aModule(), new S6aOriginated(), new S13Module());

    private Interfaces() {}
}
