// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport.sctp;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.nio.channels.Channel;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets the times that the JDK's SCTP has no option for, by Linux's own socket options (RFC 6458 8.1.1 and 8.1.12): an association takes
 * them from the listener that accepted it or from the socket that set it up. Needs the socket's number, which the JDK shows only to
 * those it is opened to: {@code --add-opens jdk.sctp/sun.nio.ch.sctp=ALL-UNNAMED}, which this service's jar says in its manifest.
 */
final class KernelTiming {

    private static final Logger LOG = LoggerFactory.getLogger(KernelTiming.class);

    private static final AtomicBoolean WARNED = new AtomicBoolean();

    private static final int SOL_SCTP = 132;
    private static final int SCTP_RTOINFO = 0;
    private static final int SCTP_PEER_ADDR_PARAMS = 9;
    private static final int SPP_HB_ENABLE = 1;

    private static final String INITIAL = "srto_initial";
    private static final String MAX = "srto_max";
    private static final String MIN = "srto_min";
    private static final StructLayout RTO = MemoryLayout.structLayout(
            ValueLayout.JAVA_INT.withName("srto_assoc_id"),
            ValueLayout.JAVA_INT.withName(INITIAL),
            ValueLayout.JAVA_INT.withName(MAX),
            ValueLayout.JAVA_INT.withName(MIN));

    private static final String HEARTBEAT = "spp_hbinterval";
    private static final String MAX_RETRANS = "spp_pathmaxrxt";
    private static final String FLAGS = "spp_flags";
    private static final int ADDRESS_OCTETS = 128;
    private static final int TAIL_OCTETS = 2;
    /** Packed, in the form without flow label and DSCP, which kernels of every age take. */
    private static final StructLayout PATH = MemoryLayout.structLayout(
            ValueLayout.JAVA_INT.withName("spp_assoc_id"),
            MemoryLayout.sequenceLayout(ADDRESS_OCTETS, ValueLayout.JAVA_BYTE).withName("spp_address"),
            ValueLayout.JAVA_INT.withName(HEARTBEAT),
            ValueLayout.JAVA_SHORT.withName(MAX_RETRANS),
            ValueLayout.JAVA_INT_UNALIGNED.withName("spp_pathmtu"),
            ValueLayout.JAVA_INT_UNALIGNED.withName("spp_sackdelay"),
            ValueLayout.JAVA_INT_UNALIGNED.withName(FLAGS),
            MemoryLayout.paddingLayout(TAIL_OCTETS));

    private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = CALL_STATE.varHandle(PathElement.groupElement("errno"));

    private final MethodHandle setsockopt;
    private final MethodHandle getsockopt;

    /** RTO.Initial, RTO.Min and RTO.Max of a socket. */
    record RetransmissionTimes(Duration initial, Duration min, Duration max) {}

    /** Heartbeat interval and Path.Max.Retrans of a socket. */
    record PathTimes(Duration heartbeat, int maxRetrans) {}

    private KernelTiming(MethodHandle setsockopt, MethodHandle getsockopt) {
        this.setsockopt = setsockopt;
        this.getsockopt = getsockopt;
    }

    // The foreign-function API is restricted; that it may be used is said by --enable-native-access.
    @SuppressWarnings("restricted")
    static Optional<KernelTiming> find() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            return Optional.empty();
        }
        var linker = Linker.nativeLinker();
        var lookup = linker.defaultLookup();
        var keep = Linker.Option.captureCallState("errno");
        var set = FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT);
        var get = FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS);
        return lookup.find("setsockopt")
                .flatMap(setter -> lookup.find("getsockopt")
                        .map(getter -> new KernelTiming(
                                linker.downcallHandle(setter, set, keep), linker.downcallHandle(getter, get, keep))));
    }

    /** Gives {@code timing} to a socket and to all associations that it will have; warns, once, when that cannot be done. */
    static void apply(Channel socket, SctpSettings.Timing timing) {
        try {
            var kernel = find();
            if (kernel.isPresent()) {
                kernel.get().set(socket, timing);
                return;
            }
            warn("this is not Linux");
        } catch (IOException e) {
            warn(e.toString());
        }
    }

    private static void warn(String why) {
        // Once: every attempt to connect has a socket of its own, and what holds for one holds for all.
        if (WARNED.getAndSet(true)) {
            return;
        }
        LOG.warn(
                "hss.sctp: retransmission times and heartbeats are left as the system has them ({}); set the sysctls"
                        + " net.sctp.rto_initial, net.sctp.rto_min, net.sctp.rto_max, net.sctp.hb_interval and"
                        + " net.sctp.path_max_retrans instead",
                why);
    }

    void set(Channel socket, SctpSettings.Timing timing) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var rto = arena.allocate(RTO);
            rto.set(ValueLayout.JAVA_INT, at(RTO, INITIAL), (int)
                    timing.rtoInitial().toMillis());
            rto.set(ValueLayout.JAVA_INT, at(RTO, MAX), (int) timing.rtoMax().toMillis());
            rto.set(ValueLayout.JAVA_INT, at(RTO, MIN), (int) timing.rtoMin().toMillis());
            set(socket, SCTP_RTOINFO, rto, arena);
            var path = arena.allocate(PATH);
            path.set(ValueLayout.JAVA_INT, at(PATH, HEARTBEAT), (int)
                    timing.heartbeat().toMillis());
            path.set(ValueLayout.JAVA_SHORT, at(PATH, MAX_RETRANS), (short) timing.pathMaxRetrans());
            path.set(ValueLayout.JAVA_INT_UNALIGNED, at(PATH, FLAGS), SPP_HB_ENABLE);
            set(socket, SCTP_PEER_ADDR_PARAMS, path, arena);
        }
    }

    RetransmissionTimes retransmission(Channel socket) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var rto = arena.allocate(RTO);
            get(socket, SCTP_RTOINFO, rto, arena);
            return new RetransmissionTimes(
                    Duration.ofMillis(rto.get(ValueLayout.JAVA_INT, at(RTO, INITIAL))),
                    Duration.ofMillis(rto.get(ValueLayout.JAVA_INT, at(RTO, MIN))),
                    Duration.ofMillis(rto.get(ValueLayout.JAVA_INT, at(RTO, MAX))));
        }
    }

    PathTimes paths(Channel socket) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var path = arena.allocate(PATH);
            get(socket, SCTP_PEER_ADDR_PARAMS, path, arena);
            return new PathTimes(
                    Duration.ofMillis(path.get(ValueLayout.JAVA_INT, at(PATH, HEARTBEAT))),
                    path.get(ValueLayout.JAVA_SHORT, at(PATH, MAX_RETRANS)));
        }
    }

    private static long at(StructLayout layout, String name) {
        return layout.byteOffset(PathElement.groupElement(name));
    }

    private void set(Channel socket, int option, MemorySegment value, Arena arena) throws IOException {
        var state = arena.allocate(CALL_STATE);
        int result;
        try {
            result = (int)
                    setsockopt.invokeExact(state, number(socket), SOL_SCTP, option, value, (int) value.byteSize());
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        check("setsockopt", result, state);
    }

    private void get(Channel socket, int option, MemorySegment value, Arena arena) throws IOException {
        var state = arena.allocate(CALL_STATE);
        var length = arena.allocateFrom(ValueLayout.JAVA_INT, (int) value.byteSize());
        int result;
        try {
            result = (int) getsockopt.invokeExact(state, number(socket), SOL_SCTP, option, value, length);
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        check("getsockopt", result, state);
    }

    private static void check(String call, int result, MemorySegment state) throws IOException {
        if (result != 0) {
            throw new IOException(call + " failed with errno " + (int) ERRNO.get(state, 0L));
        }
    }

    private static int number(Channel socket) throws IOException {
        try {
            var method = socket.getClass().getMethod("getFDVal");
            method.setAccessible(true);
            return (int) method.invoke(socket);
        } catch (InaccessibleObjectException e) {
            throw new IOException("Java is to be started with --add-opens jdk.sctp/sun.nio.ch.sctp=ALL-UNNAMED", e);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IOException("this JDK does not tell a socket's number", e);
        }
    }
}
