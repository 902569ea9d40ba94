// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Small files of each layout, and what is read of them. */
final class FormatsTest {

    private static RecordSource open(String text, String... columns) throws IOException {
        return Formats.open(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Optional.empty(), List.of(columns));
    }

    /** Each record as {@code number@line name=value ...}. */
    private static List<String> read(String text, String... columns) throws IOException {
        try (var source = open(text, columns)) {
            var found = new ArrayList<String>();
            for (var entry = source.next(); entry.isPresent(); entry = source.next()) {
                found.add(spell(entry.get()));
            }
            return found;
        }
    }

    private static String spell(Entry entry) {
        return switch (entry) {
            case Entry.Malformed(var number, var line, var problem) -> number + "@" + line + " ! " + problem;
            case Entry.Raw raw -> {
                var text = new StringBuilder(raw.number() + "@" + raw.line());
                for (int i = 0; i < raw.names().size(); i++) {
                    if (raw.values()[i] != null) {
                        text.append(' ').append(raw.names().get(i)).append('=').append(raw.values()[i]);
                    }
                }
                yield text.toString();
            }
        };
    }

    @Test
    void csvWithQuotesLineEndsAndByteOrderMark() throws IOException {
        assertThat(read("\uFEFFimsi,misc1,misc2\r\n001,\"a \"\"b\"\", c\nd\",\"\"\r\n\r\n# remark\n002,,x\n"))
                .containsExactly("1@2 imsi=001 misc1=a \"b\", c\nd misc2=", "2@6 imsi=002 misc2=x");
    }

    @Test
    void csvWithOtherSeparators() throws IOException {
        assertThat(read("imsi;ki\n001;aa\n")).containsExactly("1@2 imsi=001 ki=aa");
        assertThat(read("imsi\tki\n001\taa\n")).containsExactly("1@2 imsi=001 ki=aa");
        assertThat(read("IMSI  KI   OPC\n001 aa\t bb \n")).containsExactly("1@2 IMSI=001 KI=aa OPC=bb");
    }

    @Test
    void csvWithoutHeaderNeedsColumns() throws IOException {
        assertThatThrownBy(() -> read("001010000000001,aa\n")).hasMessageContaining("--columns");
        assertThat(read("001010000000001,aa\n", "imsi", "ki")).containsExactly("1@1 imsi=001010000000001 ki=aa");
    }

    @Test
    void aBadRowOfCsvDoesNotStopTheNext() throws IOException {
        assertThat(read("a,b\n1,2,3\n\"x\"y,2\n1,2\n"))
                .containsExactly(
                        "1@2 ! the record has 3 fields, the header 2",
                        "2@3 ! text after the closing quote of a field",
                        "3@4 a=1 b=2");
    }

    @Test
    void sysmocomsTableIsCsv() throws IOException {
        assertThat(read("IMSI,ICCID,ACC,PIN1,PUK1,PIN2,PUK2,Ki,OPC,ADM1,KIC1,KID1,KIK1\n"
                        + "001010000000001,8988211000000000003,0001,1,2,3,4,aa,bb,5,6,7,8\n"))
                .singleElement()
                .asString()
                .contains("Ki=aa OPC=bb ADM1=5");
    }

    @Test
    void aVendorsOutputFile() throws IOException {
        var text = """
                ********************************
                *      HEADER DESCRIPTION      *
                ********************************
                Customer : Example Mobile
                Quantity : 2
                Type : PLUG-IN
                Profile : 01.00
                Batch : 00815
                Transport_key : 012
                Address1 : Somewhere
                *
                * INPUT VARIABLES
                *
                var_in:
                IMSI: 001010000000001
                *
                * OUTPUT VARIABLES
                *
                var_out: ICCID/IMSI/PIN1/PUK1/
                KI/ACC
                8988211000000000003 001010000000001 0000 11111111 465b5ce8b199b49faa5f0a2ee238a6bc 0001
                8988211000000000011 001010000000002 0000
                """;
        assertThat(read(text))
                .containsExactly(
                        "1@21 ICCID=8988211000000000003 IMSI=001010000000001 PIN1=0000 PUK1=11111111"
                                + " KI=465b5ce8b199b49faa5f0a2ee238a6bc ACC=0001",
                        "2@22 ! the line has 3 values, var_out names 6");
        try (var source = open(text)) {
            assertThat(source.keysAreEncrypted()).isTrue();
            assertThat(source.common()).containsEntry("batch_name", "00815");
            assertThat(source.notes()).hasSize(1);
        }
    }

    @Test
    void nestedAndFlatObjectsInLinesAndLists() throws IOException {
        var nested =
                "{\"auc\":{\"imsi\":\"001\",\"esim\":true,\"sqn\":32},\"subscriber\":{\"apn_list\":[1,2],\"nam\":null}}";
        assertThat(read(nested + "\nnot json\n{\"imsi\":\"002\"}\n"))
                .containsExactly(
                        "1@1 auc.imsi=001 auc.esim=true auc.sqn=32 subscriber.apn_list=1,2 subscriber.nam=\\N",
                        "2@2 ! not JSON",
                        "3@3 imsi=002");
        assertThat(read("[{\"imsi\":\"001\",\"ki\":\"aa\"},\n{\"imsi\":\"002\"}]"))
                .containsExactly("1@1 imsi=001 ki=aa", "2@2 imsi=002");
    }

    @Test
    void subscribersOfOpen5gs() throws IOException {
        assertThat(
                        read(
                                "{\"_id\":{\"$oid\":\"1\"},\"imsi\":\"001010000000001\",\"msisdn\":[\"491\"],"
                                        + "\"security\":{\"k\":\"46 5B\",\"op\":null,\"opc\":\"CD\",\"amf\":\"8000\",\"sqn\":{\"$numberLong\":\"97\"}},"
                                        + "\"ambr\":{\"downlink\":{\"value\":1,\"unit\":3},\"uplink\":{\"value\":5,\"unit\":3}},"
                                        + "\"slice\":[{\"session\":[{\"name\":\"internet\"},{\"name\":\"ims\"}]}],\"network_access_mode\":2}"))
                .containsExactly("1@1 imsi=001010000000001 msisdn=491 ki=465B opc=CD amf=8000 sqn=97 nam=2"
                        + " ue_ambr_dl=1000000000 ue_ambr_ul=2147483647 ue_ambr_ul_kbps=5000000"
                        + " default_apn=internet apn_list=internet,ims");
    }

    @Test
    void aScriptOfOpen5gsDbctl() throws IOException {
        assertThat(read("#!/bin/sh\n./open5gs-dbctl add 001 aa bb\n./open5gs-dbctl add 002 10.45.0.2 cc dd\n"
                        + "open5gs-dbctl --db_uri=mongodb://x add_ue_with_apn 003 ee ff ims\nopen5gs-dbctl add 004\n"))
                .containsExactly(
                        "1@2 imsi=001 ki=aa opc=bb",
                        "2@3 imsi=002 ki=cc opc=dd",
                        "3@4 imsi=003 ki=ee opc=ff default_apn=ims",
                        "4@5 ! not IMSI, K and OPc after 'add'");
    }

    @Test
    void srsransTable() throws IOException {
        assertThat(read("# Name,Auth,IMSI,Key,OP_Type,OP/OPc,AMF,SQN,QCI,IP_alloc\n"
                        + "ue1,mil,001010000000001,aa,opc,bb,8000,000000001234,7,dynamic\n"
                        + "ue2,xor,001010000000002,cc,op,dd,9001,000000000020,7,dynamic\n"))
                .containsExactly(
                        "1@2 imsi=001010000000001 ki=aa opc=bb amf=8000 sqn=4660",
                        "2@3 imsi=001010000000002 ki=cc op=dd amf=9001 sqn=32 algorithm=xor");
    }
}
