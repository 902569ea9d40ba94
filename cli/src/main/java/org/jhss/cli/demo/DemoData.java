// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.demo;

import java.util.Objects;
import org.jhss.identity.Imei;
import org.jhss.store.entity.ApnRow;
import org.jhss.store.entity.AucRow;
import org.jhss.store.entity.EirRow;
import org.jhss.store.entity.SubscriberRow;
import org.jhss.store.repository.Provisioning;
import org.jhss.store.repository.Repositories;

/** What the demonstration needs in the database. What is there already stays as it is. */
final class DemoData {

    static final String INTERNET = "internet";
    static final String IMS = "ims";
    /** Two APNs, internet being the default. */
    static final int APNS = 2;

    static final Imei GOOD_DEVICE = new Imei("35349006987331", "");
    static final Imei STOLEN_DEVICE = new Imei("35349006987399", "");

    private static final int QCI_DEFAULT = 9;
    private static final int QCI_IMS_SIGNALLING = 5;
    /** bit/s, as PyHSS's tables have it. */
    private static final int AMBR = 50_000_000;

    /** SEQ 1, IND 0: the lowest that a new USIM takes, as SEQ must exceed the 0 that it starts with (TS 33.102 C.2.2). */
    private static final long FIRST_SQN = 1L << 5;

    private static final int WHITELISTED = 0;
    private static final int BLACKLISTED = 1;

    private DemoData() {}

    /** Stores what is missing, in one transaction; returns how many subscribers were new. */
    static int provision(Provisioning provisioning) {
        return provisioning.write(DemoData::provision);
    }

    private static int provision(Repositories repositories) {
        int internet = apn(repositories, INTERNET, QCI_DEFAULT);
        int ims = apn(repositories, IMS, QCI_IMS_SIGNALLING);
        int created = 0;
        for (var subscriber : DemoSubscriber.ALL) {
            created += subscriber(repositories, subscriber, internet, ims) ? 1 : 0;
        }
        equipment(repositories, GOOD_DEVICE, WHITELISTED);
        equipment(repositories, STOLEN_DEVICE, BLACKLISTED);
        return created;
    }

    private static int apn(Repositories repositories, String name, int qci) {
        var apns = repositories.apns();
        var known = apns.findByName(name);
        if (!known.isEmpty()) {
            return Objects.requireNonNull(known.getFirst().apnId);
        }
        var row = new ApnRow();
        row.apn = name;
        row.qci = qci;
        row.apnAmbrDl = AMBR;
        row.apnAmbrUl = AMBR;
        return Objects.requireNonNull(apns.create(row).apnId);
    }

    private static boolean subscriber(Repositories repositories, DemoSubscriber subscriber, int internet, int ims) {
        var centre = repositories.authenticationCentre();
        if (repositories.subscribers().findByImsi(subscriber.imsi()).isPresent()) {
            return false;
        }
        var keys = centre.findByImsi(subscriber.imsi()).orElseGet(() -> {
            var row = new AucRow();
            row.imsi = subscriber.imsi().value();
            row.ki = subscriber.k();
            row.opc = subscriber.opc();
            row.amf = DemoSubscriber.AMF;
            row.sqn = FIRST_SQN;
            return centre.create(row);
        });
        var row = new SubscriberRow();
        row.imsi = subscriber.imsi().value();
        row.msisdn = subscriber.msisdn();
        row.aucId = Objects.requireNonNull(keys.aucId);
        row.defaultApn = internet;
        row.apnList = internet + "," + ims;
        row.ueAmbrDl = AMBR;
        row.ueAmbrUl = AMBR;
        repositories.subscribers().create(row);
        return true;
    }

    /** An expression, so that the rule holds whether a device tells its check digit or software version or neither. */
    private static void equipment(Repositories repositories, Imei device, int status) {
        var expression = device.tacAndSerial() + ".*";
        var rules = repositories.equipmentRules();
        if (rules.findByImei(expression).isEmpty()) {
            var row = new EirRow();
            row.imei = expression;
            row.imsi = "";
            row.regexMode = 1;
            row.matchResponseCode = status;
            rules.create(row);
        }
    }
}
