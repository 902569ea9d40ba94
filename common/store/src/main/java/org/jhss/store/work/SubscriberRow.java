// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.util.Set;
import org.jhss.identity.Imsi;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.secret.StoredKeys;
import org.jspecify.annotations.Nullable;

/** One subscriber as it was read. What the needs did not cover, or the database has not, is null. */
final class SubscriberRow {

    private final Imsi imsi;
    private final int aucId;
    private final Set<Need> needs;
    private final KeyVault vault;
    private long sqn;
    private boolean hasDetails;
    private @Nullable Access access;
    private @Nullable Profile profile;
    private @Nullable StoredKeys storedKeys;
    private @Nullable ServingNode mme;
    private @Nullable ServingNode sgsn;
    private @Nullable LastSeen lastSeen;
    private Details details = Details.NONE;

    SubscriberRow(Imsi imsi, int aucId, Set<Need> needs, KeyVault vault) {
        this.imsi = imsi;
        this.aucId = aucId;
        this.needs = needs;
        this.vault = vault;
    }

    Imsi imsi() {
        return imsi;
    }

    int aucId() {
        return aucId;
    }

    Set<Need> needs() {
        return needs;
    }

    KeyVault vault() {
        return vault;
    }

    long sqn() {
        return sqn;
    }

    void sqn(long value) {
        sqn = value;
    }

    boolean hasDetails() {
        return hasDetails;
    }

    void hasDetails(boolean value) {
        hasDetails = value;
    }

    @Nullable
    Access access() {
        return access;
    }

    void access(Access value) {
        access = value;
    }

    @Nullable
    Profile profile() {
        return profile;
    }

    void profile(Profile value) {
        profile = value;
    }

    @Nullable
    StoredKeys storedKeys() {
        return storedKeys;
    }

    void storedKeys(StoredKeys value) {
        storedKeys = value;
    }

    @Nullable
    ServingNode mme() {
        return mme;
    }

    void mme(@Nullable ServingNode value) {
        mme = value;
    }

    @Nullable
    ServingNode sgsn() {
        return sgsn;
    }

    void sgsn(@Nullable ServingNode value) {
        sgsn = value;
    }

    @Nullable
    LastSeen lastSeen() {
        return lastSeen;
    }

    void lastSeen(@Nullable LastSeen value) {
        lastSeen = value;
    }

    Details details() {
        return details;
    }

    void details(Details value) {
        details = value;
    }
}
