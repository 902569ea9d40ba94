// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.util.List;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Values;

/**
 * Section {@code hss}, its many keys grouped by concern.
 *
 * @param identity who this HSS is
 * @param listen where it listens for Diameter peers
 * @param watchdog how connections are watched
 * @param limits what one peer may ask of it
 * @param processing how requests are worked through
 * @param peering which peers it connects to and accepts
 * @param provisioning the lock on provisioning
 * @param mobility what it does when a subscriber moves
 * @param changes how changes of provisioning reach the serving nodes
 * @param roaming who may roam where
 * @param emergency emergency service
 * @param sqn which sequence numbers it hands out
 * @param ims what IMS needs
 * @param gsup the GSUP front
 */
public record HssConfig(
        HssIdentity identity,
        ListenConfig listen,
        WatchdogConfig watchdog,
        LimitsConfig limits,
        ProcessingConfig processing,
        PeeringConfig peering,
        ProvisioningConfig provisioning,
        MobilityConfig mobility,
        ChangesConfig changes,
        RoamingConfig roaming,
        EmergencyConfig emergency,
        SqnConfig sqn,
        ImsConfig ims,
        GsupConfig gsup) {

    static final List<KeyGroup> KEYS = List.of(
            HssIdentity.KEYS,
            ListenConfig.KEYS,
            WatchdogConfig.KEYS,
            LimitsConfig.KEYS,
            ProcessingConfig.KEYS,
            PeeringConfig.KEYS,
            ChecksConfig.KEYS,
            ProvisioningConfig.KEYS,
            MobilityConfig.KEYS,
            ChangesConfig.KEYS,
            RoamingConfig.KEYS,
            EmergencyConfig.KEYS,
            SqnConfig.KEYS,
            ImsConfig.KEYS,
            GsupConfig.KEYS);

    static HssConfig from(Values values, Paths paths) {
        return new HssConfig(
                HssIdentity.from(values),
                ListenConfig.from(values, paths),
                WatchdogConfig.from(values),
                LimitsConfig.from(values),
                ProcessingConfig.from(values),
                PeeringConfig.from(values),
                ProvisioningConfig.from(values),
                MobilityConfig.from(values),
                ChangesConfig.from(values),
                RoamingConfig.from(values),
                EmergencyConfig.from(values),
                SqnConfig.from(values),
                ImsConfig.from(values, paths),
                GsupConfig.from(values));
    }
}
