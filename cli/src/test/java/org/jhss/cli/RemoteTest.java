// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jhss.api.auth.KeyGate;
import org.jhss.api.http.HttpSettings;
import org.jhss.api.http.WebServer;
import org.jhss.api.v1.V1Endpoints;
import org.jhss.cli.output.Exit;
import org.jhss.platform.config.ConfigLoader;
import org.jhss.platform.lifecycle.HealthRecord;
import org.jhss.platform.lifecycle.ServiceState;
import org.jhss.provisioning.object.Objects;
import org.jhss.provisioning.object.Settings;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same commands on a database and over the REST interface of another. */
class RemoteTest {

    private static final String KEY = "open sesame";

    @TempDir
    Path directory;

    private Site local;
    private Store store;
    private WebServer server;

    @BeforeEach
    void open() throws Exception {
        local = Site.in(Files.createDirectory(directory.resolve("local")));
        var remote = Site.in(Files.createDirectory(directory.resolve("remote")));
        store = Store.open(DatabaseSettings.sqlite(remote.database()), KeyVault.disabled());
        var config = ConfigLoader.of(
                        Map.of("API_BIND_PORT", "0", "HSS_LOCK_PROVISIONING", "true", "HSS_PROVISIONING_KEY", KEY))
                .defaults()
                .config()
                .orElseThrow();
        server = WebServer.start(
                HttpSettings.from(config),
                V1Endpoints.of(new Objects(store, Settings.QUIET), store, config.api(), RemoteTest::health),
                new KeyGate(config.hss().provisioning(), config.api().access().lockedReads()),
                new SimpleMeterRegistry());
    }

    @AfterEach
    void close() {
        server.close();
        store.close();
    }

    private static HealthRecord health() {
        return new HealthRecord(
                "api", "api-1", 1, "0", Instant.EPOCH, ServiceState.READY, Instant.EPOCH, List.of(), Map.of());
    }

    private Output remote(String key, String line) {
        var where = Stream.of("--api=http://127.0.0.1:" + server.address().getPort(), "--key=" + key);
        return Output.of(
                Stream.concat(Arrays.stream(line.split(" ", -1)), where).toArray(String[]::new));
    }

    /** Ids of operations and moments are never the same twice. */
    private static String lasting(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "OPERATION")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "MOMENT")
                .replace("; --force takes the operation back nevertheless", "")
                .replace("; force=true overwrites that", "");
    }

    @Test
    void theSameCommandsDoAndSayTheSame() {
        for (var line : List.of(
                "add apn apn=internet apn_ambr_dl=0 apn_ambr_ul=0",
                "add apn apn=ims qci=5 apn_ambr_dl=1 apn_ambr_ul=0 --json",
                "add apn apn=inter/net apn_ambr_dl=-1 apn_ambr_ul=x",
                "add subscriber imsi=" + Site.IMSI + " ki=" + Site.KI + " opc=" + Site.OPC
                        + " apn=internet,ims msisdn=+441234567890 rfsp_index=7 --ims",
                "add subscriber imsi=" + Site.IMSI + " apn=internet",
                "add subscriber imsi=001010000000002 apn=nowhere",
                "show subscriber " + Site.IMSI,
                "show auc " + Site.IMSI + " --json",
                "show ims +441234567890",
                "show subscriber 001019999999999",
                "list apns --sort -apn",
                "list apns --json --filter qci<=5 --filter apn^=i --columns apn,qci",
                "list apns --filter apn~=tern",
                "list apns --filter pgw_address=null --limit 1",
                "list subscribers --count",
                "list auc --filter colour=red",
                "edit subscriber " + Site.IMSI + " default_apn=ims nam=2",
                "edit subscriber " + Site.IMSI + " nam=2",
                "edit subscriber " + Site.IMSI + " nam=77",
                "delete apn internet --yes",
                "history --of nonsense",
                "changes",
                "changes " + Site.IMSI + " --state done --json",
                "rollback --last",
                "delete subscriber 1 --with-keys --yes",
                "delete subscriber 1 --yes",
                "rollback --last --json",
                "list subscribers")) {
            var here = local.run(line);
            var there = remote(KEY, line);

            assertThat(there.code).as(line + "\n" + there.err).isEqualTo(here.code);
            assertThat(lasting(there.out)).as(line).isEqualTo(lasting(here.out));
            if (here.code == 0 || here.code == Exit.CONFLICT) {
                assertThat(lasting(there.err)).as(line).isEqualTo(lasting(here.err));
            }
        }
    }

    @Test
    void takesBackWhatItHasAddedOfASubscriberWhenALaterRowIsRefused() {
        remote(KEY, "add apn apn=internet apn_ambr_dl=0 apn_ambr_ul=0");
        var refused = remote(
                KEY,
                "add subscriber imsi=" + Site.IMSI + " ki=" + Site.KI + " opc=" + Site.OPC + " apn=internet nam=77");

        assertThat(refused.code).isEqualTo(Exit.REJECTED);
        assertThat(refused.err).contains("nam: ");
        assertThat(remote(KEY, "list auc --count").out.strip()).isEqualTo("0");
    }

    @Test
    void saysThatItIsNotLetInOrThatNobodyAnswers() {
        var stranger = remote("wrong", "add apn apn=internet apn_ambr_dl=0 apn_ambr_ul=0");
        assertThat(stranger.code).isEqualTo(Exit.FAILED);
        assertThat(stranger.err).contains("JHSS_API_KEY").doesNotContain(KEY);
        var nobody = Output.of("list", "apns", "--api=http://127.0.0.1:1");
        assertThat(nobody.code).isEqualTo(Exit.FAILED);
        assertThat(nobody.err).contains("nobody answers at http://127.0.0.1:1");
        assertThat(Output.of("list", "apns", "--api=nonsense").err).contains("is no address");
    }
}
