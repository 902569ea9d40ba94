// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.command;

import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.MessageWriter;

/** Purge-UE-Request (TS 29.272 7.2.13). */
final class PurgeUe implements LoadCommand {

    @Override
    public CommandDefinition definition() {
        return S6a.PUR;
    }

    @Override
    public void write(MessageWriter out, RequestContext context) {
        out.add(Base.USER_NAME, context.imsi().value());
    }
}
