// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus;

import java.util.List;
import org.jhss.platform.bus.frame.BusMessage;

/**
 * One frame that a consumer holds and has to complete.
 *
 * @param id the entry's id in the stream
 * @param messages its messages; those past their deadline are among them (see {@link BusMessage#envelope})
 * @param redelivered whether somebody, perhaps this process, had it before: its messages may have been processed
 * @param expired how many of the messages were past their deadline when the frame was delivered
 */
public record Delivery(String id, List<BusMessage> messages, boolean redelivered, int expired) {}
