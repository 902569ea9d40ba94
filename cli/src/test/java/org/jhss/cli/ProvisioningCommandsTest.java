// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jhss.cli.output.Exit;
import org.jhss.provisioning.schema.ResourceType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProvisioningCommandsTest {

    @TempDir
    Path directory;

    private Site site;

    @BeforeEach
    void open() throws Exception {
        site = Site.in(directory);
    }

    private static JsonNode json(Output output) {
        assertThat(output.err).isEmpty();
        return JsonMapper.shared().readTree(output.out);
    }

    private JsonNode show(String object, String key) {
        return json(site.run("show " + object + " " + key + " --json --with-secrets"));
    }

    @Test
    void addsASubscriberWithKeysAndImsInOneOperationThatOneRollbackTakesBack() {
        site.withApns();
        var added = site.run("add subscriber imsi=001010000000001 ki=" + Site.KI + " opc=" + Site.OPC
                + " apn=internet,ims msisdn=+441234567890 rfsp_index=7 iccid=8988211000000000003 --ims");

        assertThat(added.err).isEmpty();
        assertThat(added.code).isZero();
        assertThat(added.out.lines()).hasSize(3);
        var subscriber = show("subscriber", Site.IMSI);
        assertThat(subscriber.path("default_apn").intValue()).isEqualTo(1);
        assertThat(subscriber.path("apn_list").stringValue()).isEqualTo("1,2");
        assertThat(subscriber.path("msisdn").stringValue()).isEqualTo("441234567890");
        assertThat(subscriber.path("rfsp_index").intValue()).isEqualTo(7);
        assertThat(show("auc", "8988211000000000003").path("ki").stringValue()).isEqualTo(Site.KI);
        assertThat(show("ims", "441234567890").path("msisdn_list").stringValue())
                .isEqualTo("441234567890");

        var rollback = site.run("rollback --last");
        assertThat(rollback.code).isZero();
        assertThat(rollback.out).contains("deleted subscriber 1", "deleted auc 1", "deleted ims_subscriber 1");
        assertThat(site.run("list subscribers --count").out.strip()).isEqualTo("0");
        assertThat(site.run("list auc --count").out.strip()).isEqualTo("0");
    }

    @Test
    void computesOpcAndTakesSecretsFromStandardInput() {
        site.withApns();
        var added =
                site.run(Site.KI + "\n" + Site.OP + "\n", "add subscriber imsi=001010000000001 ki=- op=- apn=internet");

        assertThat(added.err).isEmpty();
        assertThat(show("sim", Site.IMSI).path("opc").stringValue()).isEqualTo(Site.OPC);
    }

    @Test
    void findsKeysThatExistAlready() {
        site.withApns();
        site.run("add auc imsi=001010000000001 ki=" + Site.KI + " opc=" + Site.OPC + " amf=8000 sqn=32");

        assertThat(site.run("add subscriber imsi=001010000000001 apn=internet").code)
                .isZero();
        assertThat(show("subscriber", Site.IMSI).path("auc_id").intValue()).isEqualTo(1);
        var without = site.run("add subscriber imsi=001010000000002 apn=internet");
        assertThat(without.code).isEqualTo(Exit.REJECTED);
        assertThat(without.err).contains("ki: is required");
    }

    @Test
    void storesNothingOfASubscriberWhenOneColumnIsWrongAndNamesEachWithoutItsValue() {
        site.withApns();
        var added = site.run("add subscriber imsi=001010000000001 ki=" + Site.KI.substring(1) + " opc=" + Site.OPC
                + " apn=internet nam=77");

        assertThat(added.code).isEqualTo(Exit.REJECTED);
        assertThat(added.err).contains("ki: ").doesNotContain(Site.KI.substring(1));
        assertThat(site.run("list sims --count").out.strip()).isEqualTo("0");
        var unknown = site.run("add subscriber imsi=001010000000001 apn=nowhere colour=red");
        assertThat(unknown.err)
                .contains("default_apn: names apn 'nowhere', which does not exist")
                .contains("colour: is no column of subscriber or auc");
    }

    @Test
    void whatExistsIsAConflict() {
        site.withSubscriber();
        var again = site.run("add subscriber imsi=" + Site.IMSI + " apn=internet");

        assertThat(again.code).isEqualTo(Exit.CONFLICT);
        assertThat(again.err).contains("imsi is taken by another subscriber (1)");
    }

    @Test
    void showsWithoutSecretsUnlessAskedFor() {
        site.withSubscriber();

        var shown = site.run("show auc " + Site.IMSI);
        assertThat(shown.out).contains("***").doesNotContain(Site.KI).doesNotContain(Site.OPC);
        assertThat(site.run("show auc " + Site.IMSI + " --json").out)
                .contains("\"***\"")
                .doesNotContain(Site.KI);
        assertThat(site.run("list auc").out).contains("***").doesNotContain(Site.OPC);
        assertThat(site.run("show auc " + Site.IMSI + " --with-secrets").out).contains(Site.KI, Site.OPC);
        assertThat(site.run("history auc").out).doesNotContain(Site.KI);
    }

    @Test
    void findsByIdNaturalKeyAndColumn() {
        site.withSubscriber();
        for (var key : new String[] {"1", Site.IMSI, "441234567890", "+441234567890", "imsi=" + Site.IMSI}) {
            assertThat(site.run("show subscribers " + key).out).as(key).contains(Site.IMSI);
        }
        assertThat(site.run("show apn ims").out).contains("qci");
        var absent = site.run("show subscriber 001019999999999");
        assertThat(absent.code).isEqualTo(Exit.REJECTED);
        assertThat(absent.err).contains("there is no subscriber 001019999999999");
        var several = site.run("show apn apn_ambr_dl=0");
        assertThat(several.code).isEqualTo(Exit.CONFLICT);
        assertThat(several.err).contains("2 rows of apn", "1, 2");
    }

    @Test
    void listsFilteredSortedAndInPart() {
        site.withApns();
        for (int i = 1; i <= 9; i++) {
            site.run("add auc imsi=00101000000000" + i + " ki=" + Site.KI + " opc=" + Site.OPC + " amf=8000 sqn=" + i);
        }
        assertThat(imsis("list auc --json --filter sqn>=3 --filter sqn<6")).containsExactly("3", "4", "5");
        assertThat(imsis("list auc --json --sort -sqn --limit 2")).containsExactly("9", "8");
        assertThat(imsis("list auc --json --sort -sqn --limit 2 --offset 2")).containsExactly("7", "6");
        assertThat(imsis("list auc --json --filter imsi~=0009")).containsExactly("9");
        assertThat(imsis("list auc --json --filter iccid!=null")).isEmpty();
        assertThat(imsis("list auc --json --limit 0")).hasSize(9);
        assertThat(site.run("list auc --limit 2").err).contains("2 of 9 shown");
        assertThat(site.run("list auc --columns imsi,sqn --limit 1").out.lines())
                .containsExactly("IMSI             SQN", "00101000000000" + "1  1");
        var wrong = site.run("list auc --filter ki=" + Site.KI);
        assertThat(wrong.code).isEqualTo(Exit.REJECTED);
        assertThat(site.run("list auc --filter nonsense").code).isEqualTo(2);
        assertThat(site.run("list auc --columns nonsense").err).contains("the columns of auc are auc_id, ki");
    }

    private Iterable<String> imsis(String line) {
        return json(site.run(line))
                .valueStream()
                .map(row -> row.path("imsi").stringValue().substring(14))
                .toList();
    }

    @Test
    void editsByNameAndTellsWhatIsSoAlready() {
        site.withSubscriber();

        assertThat(site.run("edit subscriber " + Site.IMSI + " default_apn=ims enabled=false stn_sr=4412").code)
                .isZero();
        var row = show("subscriber", "1");
        assertThat(row.path("default_apn").intValue()).isEqualTo(2);
        assertThat(row.path("enabled").booleanValue()).isFalse();
        assertThat(row.path("stn_sr").stringValue()).isEqualTo("4412");
        assertThat(site.run("edit subscriber 1 enabled=false").out).contains("is so already");
        assertThat(site.run("edit subscriber 1 msisdn=null").code).isZero();
        assertThat(show("subscriber", "1").path("msisdn").isNull()).isTrue();
        var wrong = site.run("edit subscriber 1 ue_ambr_dl=-5 colour=red");
        assertThat(wrong.code).isEqualTo(Exit.REJECTED);
        assertThat(wrong.err).contains("colour: is no field of subscriber");
    }

    @Test
    void deletesWhenSureAndNamesWhoRefersToIt() {
        site.withSubscriber();

        var referred = site.run("delete apn internet --yes");
        assertThat(referred.code).isEqualTo(Exit.CONFLICT);
        assertThat(referred.err).contains("apn 1 is referred to by", "subscriber.default_apn (1)");
        var unsure = site.run("n\n", "delete subscriber 1");
        assertThat(unsure.code).isEqualTo(Exit.FAILED);
        assertThat(unsure.err).contains("Delete subscriber 1?", "nothing was deleted");
        var gone = site.run("y\n", "delete subscriber " + Site.IMSI + " --with-keys");
        assertThat(gone.code).isZero();
        assertThat(gone.out).contains("deleted ims-subscriber 1, subscriber 1, auc 1");
        assertThat(site.run("list sims --count").out.strip()).isEqualTo("0");
        assertThat(site.run("delete subscriber 1 -y").code).isEqualTo(Exit.REJECTED);
        assertThat(site.run("rollback --last").code).isZero();
        assertThat(show("auc", Site.IMSI).path("ki").stringValue()).isEqualTo(Site.KI);
    }

    @Test
    void tellsHistoryOfOneObjectAndTakesANamedOperationBack() {
        site.withSubscriber();
        site.run("edit subscriber 1 nam=2 --operation op-77");
        site.run("edit subscriber 1 ue_ambr_ul=5");

        assertThat(site.run("history subscriber " + Site.IMSI)
                        .out
                        .lines()
                        .skip(1)
                        .toList())
                .satisfiesExactly(
                        newest -> assertThat(newest).contains("UPDATE", "ue_ambr_ul: 999999 > 5"),
                        second -> assertThat(second).contains("op-77", "nam: 0 > 2", "cli:"),
                        first -> assertThat(first).contains("INSERT"));
        assertThat(json(site.run("history --of op-77 --json"))
                        .path(0)
                        .path("after")
                        .path("nam")
                        .intValue())
                .isEqualTo(2);
        assertThat(site.run("rollback op-77").code).isZero();
        assertThat(show("subscriber", "1").path("nam").intValue()).isZero();
        assertThat(show("subscriber", "1").path("ue_ambr_ul").intValue()).isEqualTo(5);
        assertThat(site.run("rollback op-77").code).isEqualTo(Exit.CONFLICT);
        assertThat(site.run("rollback nonsense").code).isEqualTo(Exit.REJECTED);
        assertThat(site.run("rollback").code).isEqualTo(2);
    }

    @Test
    void fitsTablesIntoTheTerminal() {
        site.withSubscriber();
        var lines = site.runOn(60, "list subscribers").out.lines().toList();

        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
        assertThat(lines.getFirst()).contains("~");
        assertThat(lines.getLast()).contains(Site.IMSI);
    }

    @Test
    void everyKindOfObjectCanBeListed() {
        for (var type : ResourceType.values()) {
            var result = site.run("list " + type.table().replace('_', '-'));
            assertThat(result.err).as(type.table()).isEmpty();
            assertThat(result.code).as(type.table()).isZero();
        }
        assertThat(site.run("list tfts").out).contains("none");
        assertThat(site.run("list nonsense").code).isEqualTo(2);
    }

    @Test
    void saysThatTheDatabaseIsNotUpToDate() throws Exception {
        Files.delete(site.database());
        for (var extra : new String[] {"-wal", "-shm"}) {
            Files.deleteIfExists(Path.of(site.database() + extra));
        }
        var result = site.run("list apns");
        assertThat(result.code).isEqualTo(Exit.FAILED);
        assertThat(result.err).contains("jhss migrate");
    }

    @Test
    void computesOpcFromWhatIsPipedIn() {
        assertThat(Output.typing(Site.KI + "\n" + Site.OP + "\n", "opc").out.strip())
                .isEqualTo(Site.OPC);
        assertThat(Output.of("opc", "--op", Site.OP, "--ki", Site.KI).out.strip())
                .isEqualTo(Site.OPC);
        var wrong = Output.of("opc", "--op", "12", "--ki", Site.KI);
        assertThat(wrong.code).isEqualTo(1);
        assertThat(wrong.err).contains("OP").doesNotContain(Site.KI);
        assertThat(Output.of("opc").err).contains("Ki was neither typed nor piped in");
        assertThat(Arrays.asList(
                        Output.of("opc", "--op", Site.OP, "--ki", "zz").err.split(" ")))
                .contains("Ki");
    }
}
