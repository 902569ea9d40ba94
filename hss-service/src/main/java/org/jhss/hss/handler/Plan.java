// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.handler;

import java.util.Set;
import org.jhss.identity.Imsi;
import org.jhss.store.work.Equipment;
import org.jhss.store.work.Need;

/** What a message needs from the database; filled by {@link CommandHandler#plan}. A message that needs nothing has no unit of work. */
public interface Plan {

    /** The subscriber {@code imsi} will be asked for, with {@code needs} beyond its bare state. */
    void subscriber(Imsi imsi, Set<Need> needs);

    /** The equipment of {@code check} will be looked up. */
    void equipment(Equipment.Check check);
}
