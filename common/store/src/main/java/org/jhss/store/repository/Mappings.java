// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import java.time.Instant;
import java.util.List;
import org.hibernate.cfg.Configuration;
import org.hibernate.cfg.JdbcSettings;
import org.jhss.store.database.DatabaseType;
import org.jhss.store.entity.ApnExtrasRow;
import org.jhss.store.entity.ApnRow;
import org.jhss.store.entity.AucExtrasRow;
import org.jhss.store.entity.AucRow;
import org.jhss.store.entity.ChargingRuleRow;
import org.jhss.store.entity.DeviceRow;
import org.jhss.store.entity.EirHistoryRow;
import org.jhss.store.entity.EirRow;
import org.jhss.store.entity.EmergencySubscriberRow;
import org.jhss.store.entity.ImsSubscriberRow;
import org.jhss.store.entity.OperationLogRow;
import org.jhss.store.entity.PdnGatewayRow;
import org.jhss.store.entity.RoamingNetworkRow;
import org.jhss.store.entity.RoamingRuleRow;
import org.jhss.store.entity.SchemaVersionRow;
import org.jhss.store.entity.ServingApnRow;
import org.jhss.store.entity.ServingNodeRow;
import org.jhss.store.entity.SubscriberAttributeRow;
import org.jhss.store.entity.SubscriberExtrasRow;
import org.jhss.store.entity.SubscriberRoutingRow;
import org.jhss.store.entity.SubscriberRow;
import org.jhss.store.entity.TftRow;

/**
 * Hibernate's view of the schema. It neither creates nor changes tables (Flyway does), opens no connections (sessions get those of
 * our pools) and asks the database nothing at start-up, so that a service can start before it.
 */
final class Mappings {

    private static final List<Class<?>> ROWS = List.of(
            ApnExtrasRow.class,
            ApnRow.class,
            AucExtrasRow.class,
            AucRow.class,
            ChargingRuleRow.class,
            DeviceRow.class,
            EirHistoryRow.class,
            EirRow.class,
            EmergencySubscriberRow.class,
            ImsSubscriberRow.class,
            OperationLogRow.class,
            PdnGatewayRow.class,
            RoamingNetworkRow.class,
            RoamingRuleRow.class,
            SchemaVersionRow.class,
            ServingApnRow.class,
            ServingNodeRow.class,
            SubscriberAttributeRow.class,
            SubscriberExtrasRow.class,
            SubscriberRoutingRow.class,
            SubscriberRow.class,
            TftRow.class);

    private Mappings() {}

    static Configuration configuration(DatabaseType type) {
        var configuration = new Configuration();
        ROWS.forEach(configuration::addAnnotatedClass);
        configuration.registerTypeOverride(new MomentType(type), new String[] {Instant.class.getName()});
        configuration.setProperty(JdbcSettings.DIALECT, dialect(type));
        configuration.setProperty(JdbcSettings.ALLOW_METADATA_ON_BOOT, false);
        return configuration;
    }

    private static String dialect(DatabaseType type) {
        return switch (type) {
            case SQLITE -> "org.hibernate.community.dialect.SQLiteDialect";
            case POSTGRESQL -> "org.hibernate.dialect.PostgreSQLDialect";
            case MYSQL -> "org.hibernate.dialect.MariaDBDialect";
        };
    }
}
