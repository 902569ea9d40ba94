// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.directory;

import java.util.List;
import org.jhss.diameter.dictionary.Application;

/**
 * Which applications a connection is for.
 *
 * @param offered what we offer the peer, and tell it in our CER or CEA
 * @param common those of them that the peer offers too
 */
record Agreement(List<Application> offered, List<Application> common) {

    static final Agreement NONE = new Agreement(List.of(), List.of());
}
