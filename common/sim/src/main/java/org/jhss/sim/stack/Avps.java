// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdiameter.api.Avp;
import org.jdiameter.api.AvpDataException;
import org.jdiameter.api.AvpSet;

/**
 * AVPs of one level, decoded by jDiameter. Reading an AVP that is absent gives an empty value; reading one whose content does
 * not have the asked type throws {@link IllegalArgumentException}.
 */
public final class Avps {

    private final AvpSet set;

    Avps(AvpSet set) {
        this.set = set;
    }

    /** Whether at least one such AVP is there. */
    public boolean has(AvpName name) {
        return find(name).isPresent();
    }

    /** How many such AVPs there are. */
    public int count(AvpName name) {
        return set.getAvps(name.code(), name.vendor()).size();
    }

    /** Code of every AVP in order. */
    public List<Integer> codes() {
        var codes = new ArrayList<Integer>();
        for (var avp : set) {
            codes.add(avp.getCode());
        }
        return codes;
    }

    /** The content of the first such AVP. */
    public Optional<byte[]> octets(AvpName name) {
        return find(name).map(avp -> read(name, avp, Avp::getOctetString));
    }

    /** The first such AVP as UTF-8 text. */
    public Optional<String> text(AvpName name) {
        return octets(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The first such AVP as Unsigned32 or Enumerated. */
    public OptionalLong number(AvpName name) {
        var avp = find(name);
        return avp.isPresent() ? OptionalLong.of(read(name, avp.get(), Avp::getUnsigned32)) : OptionalLong.empty();
    }

    /** The content of the first such AVP of type Grouped. */
    public Optional<Avps> group(AvpName name) {
        return find(name).map(avp -> new Avps(read(name, avp, Avp::getGrouped)));
    }

    /** The contents of all such AVPs of type Grouped. */
    public List<Avps> groups(AvpName name) {
        var groups = new ArrayList<Avps>();
        for (var avp : set.getAvps(name.code(), name.vendor())) {
            groups.add(new Avps(read(name, avp, Avp::getGrouped)));
        }
        return groups;
    }

    /** The result that these AVPs of an answer carry. */
    Outcome outcome() {
        var result = number(AvpName.RESULT_CODE);
        if (result.isPresent()) {
            return Outcome.base(result.getAsLong());
        }
        return group(AvpName.EXPERIMENTAL_RESULT)
                .map(group -> group.number(AvpName.EXPERIMENTAL_RESULT_CODE))
                .filter(OptionalLong::isPresent)
                .map(code -> Outcome.experimental(code.getAsLong()))
                .orElse(new Outcome(0, false));
    }

    private Optional<Avp> find(AvpName name) {
        return Optional.ofNullable(set.getAvp(name.code(), name.vendor()));
    }

    private static <T> T read(AvpName name, Avp avp, Reader<T> reader) {
        try {
            return reader.read(avp);
        } catch (AvpDataException e) {
            throw new IllegalArgumentException("the content of " + name + " has not the expected type", e);
        }
    }

    private interface Reader<T> {
        T read(Avp avp) throws AvpDataException;
    }
}
