// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.overload;

import org.jhss.diameter.dictionary.Ietf;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.MalformedValueException;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;

/**
 * What answers tell peers that support overload reports (RFC 7683, as reporting node): OC-Supported-Features in each answer to a
 * request that has it (5.1.2), and an OC-OLR for this host while there is something to tell.
 *
 * <p>A report counts from when its sequence number is first seen, and only a greater one replaces it (7.4, 7.5). So the number grows with each
 * change and, while overload lasts, before the validity ends. It is made from the time, so that it also grows over a restart and
 * between the instances that share our Origin-Host. The end is told by a validity of 0 for as long as an old report may be held.
 */
public final class OverloadReports {

    /** How long peers believe a report that is not renewed. */
    static final int VALIDITY_SECONDS = 10;

    private static final long RENEWAL_MILLIS = VALIDITY_SECONDS * 1000L / 2;
    private static final long LOSS_ALGORITHM = 1;
    private static final int HOST_REPORT = 0;

    private final byte[] features;
    private volatile byte[] avps;
    private volatile int percentage;
    private long sequence;
    private long toldAtMillis;
    private boolean telling;

    public OverloadReports() {
        var buffer = new DiameterBuffer();
        features = content(buffer, supportedFeatures(start(buffer)));
        avps = features;
    }

    /** Whether a request asks for overload reports by the loss algorithm, which is that of a support that names none (RFC 7683 7.2). */
    public static boolean isAskedFor(Message request) {
        var support = request.find(Ietf.OC_SUPPORTED_FEATURES);
        if (!support.isPresent()) {
            return false;
        }
        try {
            return (support.integer64(Ietf.OC_FEATURE_VECTOR, LOSS_ALGORITHM) & LOSS_ALGORITHM) != 0;
        } catch (MalformedValueException _) {
            return false;
        }
    }

    /** The AVPs to append to an answer to such a request; not to be changed. */
    public byte[] avps() {
        return avps;
    }

    /** The reduction that is told, in percent. */
    public int percentage() {
        return percentage;
    }

    /**
     * Tells from now on that {@code wanted} percent are to be kept back. For one thread.
     *
     * @param nowMillis since 1970
     */
    public void tell(int wanted, long nowMillis) {
        boolean old = nowMillis - toldAtMillis >= RENEWAL_MILLIS;
        if (wanted == 0 && percentage == 0) {
            if (telling && nowMillis - toldAtMillis >= VALIDITY_SECONDS * 1000L) {
                telling = false;
                avps = features;
            }
        } else if (wanted != percentage || old) {
            telling = true;
            percentage = wanted;
            toldAtMillis = nowMillis;
            sequence = Math.max(sequence + 1, nowMillis);
            avps = report();
        }
    }

    private byte[] report() {
        var buffer = new DiameterBuffer();
        var writer = supportedFeatures(start(buffer))
                .begin(Ietf.OC_OLR)
                .add(Ietf.OC_SEQUENCE_NUMBER, sequence)
                .add(Ietf.OC_REPORT_TYPE, HOST_REPORT)
                .add(Ietf.OC_REDUCTION_PERCENTAGE, percentage)
                .add(Ietf.OC_VALIDITY_DURATION, percentage == 0 ? 0 : VALIDITY_SECONDS)
                .end();
        return content(buffer, writer);
    }

    private static MessageWriter start(DiameterBuffer buffer) {
        return new MessageWriter(buffer).start(0, 0, 0, 0, 0);
    }

    private static MessageWriter supportedFeatures(MessageWriter writer) {
        return writer.begin(Ietf.OC_SUPPORTED_FEATURES)
                .add(Ietf.OC_FEATURE_VECTOR, LOSS_ALGORITHM)
                .end();
    }

    private static byte[] content(DiameterBuffer buffer, MessageWriter writer) {
        return buffer.copy(Header.LENGTH, writer.finish() - Header.LENGTH);
    }
}
