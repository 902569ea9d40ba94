// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.auth;

import java.util.Optional;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.route.Caller;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Gate;
import org.jhss.api.route.Role;
import org.jhss.api.route.Visitor;
import org.jhss.platform.config.ProvisioningConfig;

/**
 * PyHSS's way: all is open until {@code hss.lock_provisioning} asks for the header Provisioning-Key. Unlike PyHSS's, the lock covers
 * GETs that change state, {@code PATCH /geored/} and, unless {@code api.locked_reads} is off, reading; and HEAD is as GET.
 */
public final class KeyGate implements Gate {

    static final String KEY_HOLDER = "provisioning-key";

    private final ProvisioningConfig lock;
    private final boolean lockedReads;

    /**
     * @param lockedReads whether reading needs the key too while locked
     */
    public KeyGate(ProvisioningConfig lock, boolean lockedReads) {
        this.lock = lock;
        this.lockedReads = lockedReads;
    }

    @Override
    public Optional<Failure> tooMany(Visitor visitor) {
        return Optional.empty();
    }

    @Override
    public Admission admit(Endpoint endpoint, Visitor visitor) {
        boolean shown = lock.key().isPresent()
                && visitor.provisioningKey().isPresent()
                && lock.key().get().matches(visitor.provisioningKey().get());
        if (shown) {
            return new Admission.Admitted(new Caller(KEY_HOLDER, Role.ADMIN, visitor.address()));
        }
        return needsKey(endpoint)
                ? new Admission.Refused(Failure.of(Kind.UNAUTHORIZED, "header Provisioning-Key is missing or wrong"))
                : new Admission.Admitted(
                        new Caller(Caller.ANONYMOUS, lock.locked() ? endpoint.role() : Role.ADMIN, visitor.address()));
    }

    private boolean needsKey(Endpoint endpoint) {
        return lock.locked() && endpoint.role() != Role.OPEN && (endpoint.changesState() || lockedReads);
    }
}
