// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim;

import java.util.Optional;
import java.util.function.Consumer;
import org.jhss.identity.Imei;
import org.jhss.identity.Imsi;
import org.jhss.sim.stack.Answer;
import org.jhss.sim.stack.AvpName;
import org.jhss.sim.stack.AvpWriter;
import org.jhss.sim.stack.Command;
import org.jhss.sim.stack.DiameterLink;
import org.jhss.sim.stack.PeerException;

/**
 * A simulated MME or SGSN with one connection to the HSS. Thread-safe; every request blocks until its answer or the time-out
 * of the settings. What the HSS asks is answered at once as {@link Inbox} says, and kept there.
 */
public abstract sealed class ServingNode implements AutoCloseable permits SimulatedMme, SimulatedSgsn {

    private final DiameterLink link;
    private final Inbox inbox;

    ServingNode(DiameterLink link, Inbox inbox) {
        this.link = link;
        this.inbox = inbox;
    }

    /** Asks for authentication vectors (AIR). */
    public AuthenticationAnswer authenticate(AuthenticationRequest request) throws PeerException {
        return AuthenticationAnswer.of(link.exchange(Command.AUTHENTICATION_INFORMATION, avps -> {
            avps.add(AvpName.USER_NAME, request.imsi().value());
            avps.add(AvpName.VISITED_PLMN_ID, request.plmn().encode());
            var resynchronization = request.resynchronization();
            if (request.eutranVectors() > 0) {
                vectors(
                        avps,
                        AvpName.REQUESTED_EUTRAN_AUTHENTICATION_INFO,
                        request.eutranVectors(),
                        request,
                        resynchronization);
                resynchronization = Optional.empty();
            }
            if (request.utranVectors() > 0) {
                vectors(
                        avps,
                        AvpName.REQUESTED_UTRAN_GERAN_AUTHENTICATION_INFO,
                        request.utranVectors(),
                        request,
                        resynchronization);
            }
        }));
    }

    private static void vectors(
            AvpWriter avps,
            AvpName kind,
            int number,
            AuthenticationRequest request,
            Optional<Resynchronization> resynchronization) {
        avps.group(kind, info -> {
            info.add(AvpName.NUMBER_OF_REQUESTED_VECTORS, number);
            if (request.immediateResponse()) {
                info.add(AvpName.IMMEDIATE_RESPONSE_PREFERRED, number);
            }
            resynchronization.ifPresent(sync -> info.add(AvpName.RE_SYNCHRONIZATION_INFO, sync.info()));
        });
    }

    /** Registers here as the subscriber's serving node (ULR). */
    public SubscriptionAnswer updateLocation(LocationUpdate update) throws PeerException {
        return new SubscriptionAnswer(link.exchange(Command.UPDATE_LOCATION, avps -> {
            long flags = ownUlrFlags();
            for (var flag : update.flags()) {
                flags |= flag.bit();
            }
            avps.add(AvpName.USER_NAME, update.imsi().value());
            update.equipment().ifPresent(imei -> terminal(avps, imei));
            avps.add(AvpName.RAT_TYPE, update.ratType());
            avps.add(AvpName.ULR_FLAGS, flags);
            avps.add(AvpName.VISITED_PLMN_ID, update.plmn().encode());
            update.more().accept(avps);
        }));
    }

    /** Bits of ULR-Flags that tell this kind of node. */
    abstract long ownUlrFlags();

    /** Reports that the subscriber was deleted here after long inactivity (PUR). */
    public Answer purge(Imsi imsi) throws PeerException {
        return request(Command.PURGE_UE, avps -> avps.add(AvpName.USER_NAME, imsi.value()));
    }

    /**
     * Reports an event (NOR).
     *
     * @param content the AVPs besides User-Name
     */
    public Answer notify(Imsi imsi, Consumer<AvpWriter> content) throws PeerException {
        return request(Command.NOTIFY, avps -> content.accept(avps.add(AvpName.USER_NAME, imsi.value())));
    }

    /**
     * Asks for the status of an equipment (ECR on S13 or S13').
     *
     * @param user sent as User-Name when present
     */
    public EquipmentAnswer checkEquipment(Imei equipment, Optional<Imsi> user) throws PeerException {
        return new EquipmentAnswer(link.exchange(Command.ME_IDENTITY_CHECK, avps -> {
            terminal(avps, equipment);
            user.ifPresent(imsi -> avps.add(AvpName.USER_NAME, imsi.value()));
        }));
    }

    private static void terminal(AvpWriter avps, Imei imei) {
        avps.group(AvpName.TERMINAL_INFORMATION, info -> {
            info.add(AvpName.IMEI, imei.tacAndSerial());
            if (!imei.softwareVersion().isEmpty()) {
                info.add(AvpName.SOFTWARE_VERSION, imei.softwareVersion());
            }
        });
    }

    /** Sends any request, with the AVPs that {@code content} writes besides those that every request has. */
    public Answer request(Command command, Consumer<AvpWriter> content) throws PeerException {
        return link.exchange(command, content);
    }

    /** What the HSS asked, and how it is answered. */
    public Inbox inbox() {
        return inbox;
    }

    /** Whether the connection is still open. */
    public boolean isConnected() {
        return link.isOpen();
    }

    /** Disconnects with DPR. Takes no longer than a few seconds. */
    @Override
    public void close() {
        link.close();
    }
}
