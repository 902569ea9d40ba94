// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One line for people: time, level, class, message, then {@code key=value} fields. Control characters are escaped, so that a
 * peer's text cannot forge a line.
 */
final class TextLayout extends LayoutBase<ILoggingEvent> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final HexFormat HEX = HexFormat.of();
    private static final int LEVEL_WIDTH = 5;

    private final boolean timestamp;
    private final ZoneId zone = ZoneId.systemDefault();

    TextLayout(boolean timestamp) {
        this.timestamp = timestamp;
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        var line = new StringBuilder();
        if (timestamp) {
            TIME.formatTo(event.getInstant().atZone(zone), line);
            line.append(' ');
        }
        var level = event.getLevel().toString();
        line.append(level).repeat(' ', LEVEL_WIDTH - level.length() + 1);
        line.append(simpleName(event.getLoggerName())).append(": ");
        escape(line, event.getFormattedMessage());
        var pairs = event.getKeyValuePairs();
        if (pairs != null) {
            pairs.forEach(pair -> field(line, pair.key, String.valueOf(pair.value)));
        }
        event.getMDCPropertyMap().forEach((key, value) -> field(line, key, value));
        line.append('\n');
        if (event.getThrowableProxy() != null) {
            line.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        return line.toString();
    }

    private static String simpleName(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }

    private static void field(StringBuilder line, String key, String value) {
        line.append(' ').append(key).append('=');
        boolean quote = value.isEmpty() || value.chars().anyMatch(c -> c <= ' ' || c == '"' || c == '=');
        if (quote) {
            line.append('"');
        }
        escape(line, quote ? value.replace("\"", "\\\"") : value);
        if (quote) {
            line.append('"');
        }
    }

    private static void escape(StringBuilder line, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append(c);
                default -> {
                    if (Character.isISOControl(c)) {
                        line.append("\\u").append(HEX.toHexDigits(c));
                    } else {
                        line.append(c);
                    }
                }
            }
        }
    }
}
