// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config.schema;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Realm;

/** The types that configuration values have. */
public final class Types {

    private static final int MAX_PORT = 65535;
    private static final int MAX_HOST_LENGTH = 255;
    private static final Map<String, Boolean> BOOLEANS = Map.of(
            "true", true, "yes", true, "on", true, "1", true, "false", false, "no", false, "off", false, "0", false);

    /** True or false, in any of YAML's spellings. */
    public static final ValueType<Boolean> BOOLEAN =
            scalar("true or false", text -> Optional.ofNullable(BOOLEANS.get(text.toLowerCase(Locale.ROOT))));

    /** Any text, also the empty one. */
    public static final ValueType<String> TEXT = scalar("a text", Optional::of);

    /** A password or key. */
    public static final ValueType<SecretString> SECRET = new ScalarType<>(
            "a text (quote it when it has special characters)", text -> Optional.of(new SecretString(text)), true);

    /** A TCP or SCTP port to listen on or to connect to. */
    public static final ValueType<Integer> PORT = integer(1, MAX_PORT);

    /** A port to listen on; 0 takes any free one. */
    public static final ValueType<Integer> LISTEN_PORT = integer(0, MAX_PORT);

    /** A host name or IP address. */
    public static final ValueType<String> HOST = scalar("a host name or IP address", Types::host);

    /** The Diameter identity of a node. */
    public static final ValueType<PeerHost> PEER_HOST =
            scalar("a Diameter host: a domain name or a single label", PeerHost::parse);

    /** A Diameter realm. */
    public static final ValueType<Realm> REALM = scalar("a Diameter realm: a domain name", Realm::parse);

    /** A file or directory. */
    public static final ValueType<Path> PATH = scalar("a file path", Types::path);

    /** An http or https address. */
    public static final ValueType<URI> HTTP_URL = scalar("an http:// or https:// address", Types::httpUrl);

    private Types() {}

    /** A whole number within bounds, both included. */
    public static ValueType<Integer> integer(int min, int max) {
        return scalar(
                "a whole number from " + min + " to " + max,
                text -> decimal(text)
                        .filter(value -> value >= min && value <= max)
                        .map(Math::toIntExact));
    }

    /** A time given as a whole number of {@code unit}. */
    public static ValueType<Duration> duration(ChronoUnit unit, int min, int max) {
        var name = unit.toString().toLowerCase(Locale.ROOT);
        return scalar(
                "a whole number of " + name + " from " + min + " to " + max,
                text -> decimal(text)
                        .filter(value -> value >= min && value <= max)
                        .map(value -> Duration.of(value, unit)));
    }

    /** A time in seconds. */
    public static ValueType<Duration> seconds(int min, int max) {
        return duration(ChronoUnit.SECONDS, min, max);
    }

    /** Decimal digits whose number of them matters, such as a mobile network code. */
    public static ValueType<String> digits(int minLength, int maxLength) {
        var count = minLength == maxLength ? "" + minLength : minLength + " or " + maxLength;
        return scalar(
                count + " decimal digits in quotes, such as \"" + "0".repeat(maxLength - 1) + "1\"",
                text -> text.length() >= minLength
                                && text.length() <= maxLength
                                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                        ? Optional.of(text)
                        : Optional.empty());
    }

    /** One of an enumeration's constants, in any case. */
    public static <E extends Enum<E>> ValueType<E> oneOf(Class<E> type) {
        var all = EnumSet.allOf(type);
        return scalar(
                "one of " + all.stream().map(Enum::name).collect(Collectors.joining(", ")),
                text -> all.stream()
                        .filter(e -> e.name().equalsIgnoreCase(text))
                        .findFirst());
    }

    /** A list; a single value counts as a list of one. */
    public static <T> ValueType<List<T>> listOf(ValueType<T> element) {
        return new ListType<>(element, false);
    }

    /** A list of constants, of which one text may hold several parted by commas, as the template of PyHSS's containers makes. */
    public static <E extends Enum<E>> ValueType<List<E>> listOfAny(Class<E> type) {
        return new ListType<>(oneOf(type), true);
    }

    /** Names chosen by the operator, each with a value. */
    public static <T> ValueType<Map<String, T>> mapOf(ValueType<T> element) {
        return new MapType<>(element);
    }

    /** A section of its own, such as one element of a list. */
    public static <T> ValueType<T> struct(KeyGroup keys, Function<Values, T> make) {
        return new StructType<>(keys, make);
    }

    /** A single value with a rule of its own. */
    public static <T> ValueType<T> scalar(String expected, Function<String, Optional<T>> parse) {
        return new ScalarType<>(expected, parse, false);
    }

    private static Optional<Long> decimal(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> host(String text) {
        boolean valid = !text.isEmpty()
                && text.length() <= MAX_HOST_LENGTH
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || ".-_:%[]".indexOf(c) >= 0);
        if (!valid) {
            return Optional.empty();
        }
        return Optional.of(text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text);
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Optional<URI> httpUrl(String text) {
        try {
            var uri = URI.create(text);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return http && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
