// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import org.hibernate.StatelessSession;
import org.jhss.store.entity.ApnExtrasRow;
import org.jhss.store.entity.DeviceRow;
import org.jhss.store.entity.PdnGatewayRow;
import org.jhss.store.entity.SchemaVersionRow;
import org.jhss.store.entity.SubscriberExtrasRow;
import org.jhss.store.secret.KeyVault;

/** All repositories, on one transaction. One thread at a time; not to be kept beyond the transaction. */
public final class Repositories {

    private final StatelessSession session;
    private final KeyVault vault;

    Repositories(StatelessSession session, KeyVault vault) {
        this.session = session;
        this.vault = vault;
    }

    public Subscribers subscribers() {
        return new Subscribers(session);
    }

    public Repository<SubscriberExtrasRow> subscriberExtras() {
        return new Repository<>(session, SubscriberExtrasRow.class, "subscriberId");
    }

    public AuthenticationCentre authenticationCentre() {
        return new AuthenticationCentre(session, vault);
    }

    public Apns apns() {
        return new Apns(session);
    }

    public Repository<ApnExtrasRow> apnExtras() {
        return new Repository<>(session, ApnExtrasRow.class, "apnId");
    }

    public ImsSubscribers imsSubscribers() {
        return new ImsSubscribers(session);
    }

    public ChargingRules chargingRules() {
        return new ChargingRules(session);
    }

    public Tfts tfts() {
        return new Tfts(session);
    }

    public EquipmentRules equipmentRules() {
        return new EquipmentRules(session);
    }

    public EquipmentHistory equipmentHistory() {
        return new EquipmentHistory(session);
    }

    public Repository<DeviceRow> devices() {
        return new Repository<>(session, DeviceRow.class, "imsi");
    }

    public RoamingNetworks roamingNetworks() {
        return new RoamingNetworks(session);
    }

    public RoamingRules roamingRules() {
        return new RoamingRules(session);
    }

    public SubscriberAttributes subscriberAttributes() {
        return new SubscriberAttributes(session);
    }

    public SubscriberRouting subscriberRouting() {
        return new SubscriberRouting(session);
    }

    public ServingApns servingApns() {
        return new ServingApns(session);
    }

    public ServingNodes servingNodes() {
        return new ServingNodes(session);
    }

    public Repository<PdnGatewayRow> pdnGateways() {
        return new Repository<>(session, PdnGatewayRow.class, "subscriberId");
    }

    public EmergencySubscribers emergencySubscribers() {
        return new EmergencySubscribers(session);
    }

    public OperationLog operationLog() {
        return new OperationLog(session);
    }

    /** Does {@code work} on the transaction's connection, after what was written so far; it must neither commit nor close. */
    public <T> T onConnection(SqlWork<T> work) {
        return session.doReturningWork(work::on);
    }

    public Repository<SchemaVersionRow> schemaVersions() {
        return new Repository<>(session, SchemaVersionRow.class, "upgradeId");
    }
}
