// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import org.jhss.diameter.dictionary.AvpDefinition;

/**
 * Anything that holds AVPs: a message, or the value of a Grouped AVP. Look-ups are lazy and by (vendor, code); what is
 * not there is {@link Avp#ABSENT}, whose value is empty.
 *
 * <p>The getters with a default give it only when the AVP is absent. They throw {@link MalformedValueException} when the
 * AVP is there with a length that its type cannot have, which cannot happen once the grammar validator has passed the
 * message.
 */
public sealed interface AvpContainer extends Iterable<Avp> permits Message, Avp {

    /** The first AVP of that definition, or {@link Avp#ABSENT}. */
    Avp find(AvpDefinition definition);

    /** The next AVP of the same vendor and code as {@code avp}, which came from here; or {@link Avp#ABSENT}. */
    Avp next(Avp avp);

    /** All AVPs of that definition, in their order. */
    default Iterable<Avp> all(AvpDefinition definition) {
        return () -> new MatchingIterator(this, find(definition));
    }

    /** Whether there is an AVP of that definition. */
    default boolean has(AvpDefinition definition) {
        return find(definition).isPresent();
    }

    /** An Unsigned32, 0 to 2^32-1. */
    default long unsigned32(AvpDefinition definition, long orElse) {
        var avp = find(definition);
        return avp.isPresent() ? avp.unsigned32() : orElse;
    }

    /** An Integer32, an Enumerated, or the bits of an Unsigned32. */
    default int integer32(AvpDefinition definition, int orElse) {
        var avp = find(definition);
        return avp.isPresent() ? avp.integer32() : orElse;
    }

    /** An Integer64, or the bits of an Unsigned64. */
    default long integer64(AvpDefinition definition, long orElse) {
        var avp = find(definition);
        return avp.isPresent() ? avp.integer64() : orElse;
    }

    /** An Enumerated. */
    default int enumerated(AvpDefinition definition, int orElse) {
        return integer32(definition, orElse);
    }

    /** A UTF8String, DiameterIdentity, DiameterURI or filter rule as text; empty when absent. */
    default String text(AvpDefinition definition) {
        return find(definition).text();
    }

    /** A copy of the octets; empty when absent. */
    default byte[] octets(AvpDefinition definition) {
        return find(definition).octets();
    }
}
