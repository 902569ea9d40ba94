// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TextLayoutTest {

    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private Logger log;

    @BeforeEach
    void listen() {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        log = context.getLogger("org.jhss.peer.Listener");
        log.setLevel(Level.DEBUG);
        events.start();
        log.addAppender(events);
    }

    private String line(boolean timestamp) {
        return new TextLayout(timestamp).doLayout(events.list.getLast());
    }

    @Test
    void fieldsFollowTheMessage() {
        log.atWarn()
                .addKeyValue("peer", "mme01.example.org")
                .addKeyValue("count", 3)
                .log("peer {} refused", 7);

        assertThat(line(false)).isEqualTo("WARN  Listener: peer 7 refused peer=mme01.example.org count=3\n");
        assertThat(line(true)).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} WARN  Listener: .*\n");
    }

    @Test
    void aPeersTextCannotForgeALine() {
        log.atInfo().addKeyValue("host", "a\n2026-01-01 INFO forged\u001b[2J").log("hello\r\nthere");

        assertThat(line(false))
                .isEqualTo("INFO  Listener: hello\\r\\nthere host=\"a\\n2026-01-01 INFO forged\\u001b[2J\"\n");
    }

    @Test
    void valuesWithSpacesOrQuotesAreQuoted() {
        log.atInfo()
                .addKeyValue("a", "x y")
                .addKeyValue("b", "")
                .addKeyValue("c", "say \"hi\"")
                .log("m");

        assertThat(line(false)).isEqualTo("INFO  Listener: m a=\"x y\" b=\"\" c=\"say \\\"hi\\\"\"\n");
    }

    @Test
    void aCauseFollowsWithItsTrace() {
        log.atError().setCause(new IllegalStateException("boom")).log("failed");

        assertThat(line(false))
                .startsWith("ERROR Listener: failed\njava.lang.IllegalStateException: boom")
                .contains("\tat ");
    }
}
