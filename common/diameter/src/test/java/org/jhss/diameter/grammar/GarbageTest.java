// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jhss.diameter.Corpus;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageReader;
import org.junit.jupiter.api.Test;

/** The promise that reading and validating a sound message makes no garbage. */
class GarbageTest {

    private static final int MESSAGES = 10_000;

    private final MessageReader reader = new MessageReader(Limits.DEFAULT);
    private final GrammarValidator validator = new GrammarValidator(Limits.DEFAULT);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void reading_and_validating_allocates_nothing() {
        var octets = Corpus.entries().stream()
                .filter(entry -> entry.toString().equals("AIR-1-vector request"))
                .findAny()
                .orElseThrow()
                .octets();
        readAndValidate(octets, 100);
        long before = threads.getCurrentThreadAllocatedBytes();
        int valid = readAndValidate(octets, MESSAGES);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(valid).isEqualTo(MESSAGES);
        // Far less than one object per message; the slack is for what the JVM itself does meanwhile.
        assertThat(allocated).isLessThan(MESSAGES);
    }

    private int readAndValidate(byte[] octets, int times) {
        int valid = 0;
        for (int i = 0; i < times; i++) {
            if (reader.read(octets, 0, octets.length) instanceof Message message
                    && validator.validate(message) == Verdict.Valid.VALID) {
                valid++;
            }
        }
        return valid;
    }
}
