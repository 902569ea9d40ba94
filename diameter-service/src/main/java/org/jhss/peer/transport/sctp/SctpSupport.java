// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport.sctp;

import com.sun.nio.sctp.SctpServerChannel;
import java.io.IOException;
import java.util.Optional;
import org.jhss.platform.lifecycle.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether this machine has SCTP, and what to do when it has not. */
public final class SctpSupport {

    private static final Logger LOG = LoggerFactory.getLogger(SctpSupport.class);
    private static final String LIBRARY = "libsctp";

    private SctpSupport() {}

    /**
     * Whether SCTP can be used; warns when it cannot.
     *
     * @param neededBy the key that cannot be obeyed without it; empty when there is TCP beside it
     * @throws StartFailure when it is needed and not there
     */
    public static boolean isThere(Optional<String> neededBy) throws StartFailure {
        var problem = problem();
        if (problem.isPresent() && neededBy.isPresent()) {
            throw StartFailure.unavailable(neededBy.get() + ": " + problem.get(), null);
        }
        problem.ifPresent(reason -> LOG.warn("hss.transport: going on without SCTP: {}", reason));
        return problem.isEmpty();
    }

    /** Why there is no SCTP here and what to do about it, one sentence; empty when there is. */
    public static Optional<String> problem() {
        try (var _ = SctpServerChannel.open()) {
            return Optional.empty();
        } catch (UnsupportedOperationException | IOException | LinkageError e) {
            return Optional.of(explain(e));
        }
    }

    static String explain(Throwable failure) {
        var root = failure.getCause() == null ? failure : failure.getCause();
        var message = String.valueOf(root.getMessage());
        if (message.contains(LIBRARY)) {
            return "the library libsctp.so.1 is missing; install it (Debian and Ubuntu: apt install libsctp1,"
                    + " Red Hat: dnf install lksctp-tools)";
        }
        if (root instanceof LinkageError) {
            return "this Java has no SCTP (module jdk.sctp); use a full JDK or JRE on Linux (" + message + ")";
        }
        return "the kernel has no SCTP (" + message + "); load it (modprobe sctp; on Ubuntu after apt install"
                + " linux-modules-extra-$(uname -r), in a container on its host)";
    }
}
