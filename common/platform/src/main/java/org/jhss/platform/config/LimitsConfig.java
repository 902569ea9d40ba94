// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * What peers may ask of the HSS.
 *
 * @param maxMessageSize octets of one Diameter message
 * @param maxAvpDepth nesting of grouped AVPs
 * @param maxAvpCount AVPs of one message, at all depths
 * @param maxOutstanding requests waiting for an answer, all peers together
 * @param maxOutstandingPerPeer the same for one peer
 * @param maxOutstandingBytes octets of all requests waiting for an answer
 * @param overloadDelay time that requests may wait for their answer before some are refused
 * @param overloadReports whether peers that support RFC 7683 are told of overload
 * @param maxPeers connections
 * @param maxStrangers connections whose CER has not come yet
 * @param maxStrangersPerAddress the same from one address
 * @param peerWriteBuffer octets waiting to be sent to one peer before it counts as too slow
 * @param maxVectors authentication vectors of one answer (TS 29.272 7.3.15), 1 to 32
 */
public record LimitsConfig(
        int maxMessageSize,
        int maxAvpDepth,
        int maxAvpCount,
        int maxOutstanding,
        int maxOutstandingPerPeer,
        long maxOutstandingBytes,
        Duration overloadDelay,
        boolean overloadReports,
        int maxPeers,
        int maxStrangers,
        int maxStrangersPerAddress,
        int peerWriteBuffer,
        int maxVectors) {

    static final KeyGroup KEYS = new KeyGroup("hss", "Limits");

    private static final int MIN_MESSAGE = 1024;
    /** The length field of a Diameter header has 24 bits (RFC 6733 3). */
    private static final int MAX_MESSAGE = (1 << 24) - 1;

    private static final int MAX_DEPTH = 64;
    private static final int MAX_COUNT = 65_536;
    private static final int MAX_REQUESTS = 1_000_000;
    private static final int MIN_DELAY = 10;
    private static final int MAX_DELAY = 60_000;
    private static final int MAX_CONNECTIONS = 100_000;
    private static final int MIN_BUFFER = 65_536;
    private static final int MAX_BUFFER = 1 << 30;
    private static final int MAX_AUTH_VECTORS = 32;

    private static final Key<Integer> MESSAGE_SIZE = KEYS.key(
            "max_message_size",
            Types.integer(MIN_MESSAGE, MAX_MESSAGE),
            "65536",
            "Longest Diameter message accepted, in octets.");
    private static final Key<Integer> AVP_DEPTH =
            KEYS.key("max_avp_depth", Types.integer(1, MAX_DEPTH), "16", "Deepest nesting of grouped AVPs.");
    private static final Key<Integer> AVP_COUNT =
            KEYS.key("max_avp_count", Types.integer(1, MAX_COUNT), "1024", "Most AVPs in one message, at all depths.");
    private static final Key<Integer> OUTSTANDING = KEYS.key(
            "max_outstanding",
            Types.integer(1, MAX_REQUESTS),
            "20000",
            "Most requests waiting for an answer; further ones are answered 3004 (TOO_BUSY).");
    private static final Key<Integer> OUTSTANDING_PER_PEER =
            KEYS.key("max_outstanding_per_peer", Types.integer(1, MAX_REQUESTS), "5000", "The same for one peer.");
    private static final Key<Integer> OUTSTANDING_BYTES = KEYS.key(
            "max_outstanding_bytes",
            Types.integer(1 << 20, Integer.MAX_VALUE),
            "67108864",
            "Most octets of requests waiting for an answer; further ones are answered 3004 (TOO_BUSY).");
    private static final Key<Duration> OVERLOAD_DELAY = KEYS.key(
            "overload_delay",
            Types.duration(ChronoUnit.MILLIS, MIN_DELAY, MAX_DELAY),
            "300",
            "Milliseconds that requests may wait for their answer: when all wait longer, as many are answered 3004 as keeps to it.");
    private static final Key<Boolean> OVERLOAD_REPORTS = KEYS.key(
            "overload_reports",
            Types.BOOLEAN,
            "true",
            "Whether answers to peers that support overload reports (RFC 7683) have them.");
    private static final Key<Integer> PEERS =
            KEYS.key("max_peers", Types.integer(1, MAX_CONNECTIONS), "1000", "Most connections.");
    private static final Key<Integer> STRANGERS = KEYS.key(
            "max_strangers",
            Types.integer(1, MAX_CONNECTIONS),
            "500",
            "Most connections whose CER has not come yet, besides max_peers; past that the oldest makes room.");
    private static final Key<Integer> STRANGERS_PER_ADDRESS = KEYS.key(
            "max_strangers_per_address",
            Types.integer(1, MAX_CONNECTIONS),
            "100",
            "The same from one address; past that further ones are closed.");
    private static final Key<Integer> WRITE_BUFFER = KEYS.key(
            "peer_write_buffer",
            Types.integer(MIN_BUFFER, MAX_BUFFER),
            "4194304",
            "Octets that may wait to be sent to one peer before it counts as too slow and is closed.");
    private static final Key<Integer> VECTORS = KEYS.key(
            "max_vectors",
            Types.integer(1, MAX_AUTH_VECTORS),
            "5",
            "Most authentication vectors in one answer, whatever the peer asks for (TS 29.272 allows 32).");

    static LimitsConfig from(Values values) {
        return new LimitsConfig(
                values.get(MESSAGE_SIZE),
                values.get(AVP_DEPTH),
                values.get(AVP_COUNT),
                values.get(OUTSTANDING),
                values.get(OUTSTANDING_PER_PEER),
                values.get(OUTSTANDING_BYTES),
                values.get(OVERLOAD_DELAY),
                values.get(OVERLOAD_REPORTS),
                values.get(PEERS),
                values.get(STRANGERS),
                values.get(STRANGERS_PER_ADDRESS),
                values.get(WRITE_BUFFER),
                values.get(VECTORS));
    }
}
