// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import static org.jhss.provisioning.schema.ColumnBuilder.bigint;
import static org.jhss.provisioning.schema.ColumnBuilder.bool;
import static org.jhss.provisioning.schema.ColumnBuilder.integer;
import static org.jhss.provisioning.schema.ColumnBuilder.key;
import static org.jhss.provisioning.schema.ColumnBuilder.lastModified;
import static org.jhss.provisioning.schema.ColumnBuilder.string;

import java.util.List;
import org.jhss.provisioning.rule.Names;
import org.jhss.provisioning.rule.Numbers;
import org.jhss.provisioning.rule.Rule;
import org.jhss.provisioning.rule.Texts;
import org.jhss.store.table.Kind;
import org.jhss.store.table.TableColumn;

/** {@code auc}: the keys of a SIM. K and OPc may be kept sealed in {@code jhss_auc}; see {@link org.jhss.store.secret.StoredKeys}. */
final class AucColumns {

    private static final int CONSTANTS_DIGITS = 160;
    private static final int ROTATIONS_DIGITS = 10;

    /** TS 33.401 6.1.2: the separation bit set, nothing else. */
    private static final String USUAL_AMF = "8000";

    static final Definition DEFINITION = Definition.extended(
            "auc",
            "jhss_auc",
            List.of(
                    new TableColumn("k", Kind.TEXT, true),
                    new TableColumn("op", Kind.TEXT, true),
                    new TableColumn("key_id", Kind.TEXT, true),
                    new TableColumn("k_encrypted", Kind.OCTETS, true),
                    new TableColumn("op_encrypted", Kind.OCTETS, true)),
            key("auc_id"),
            string("ki", 64)
                    .notNull()
                    .secret()
                    .rule(Texts.KEY)
                    .example("465b5ce8b199b49faa5f0a2ee238a6bc")
                    .says("Subscriber key K, in hexadecimal."),
            string("opc", 64)
                    .notNull()
                    .secret()
                    .rule(Texts.KEY.orEmpty())
                    .example("cd63cb71954a9f4e48a5994e37a02baf")
                    .says("OPc, or TOPc for TUAK, in hexadecimal; empty for a SIM that does 2G only."),
            string("amf", 4)
                    .notNull()
                    .rule(Texts.AMF)
                    .forEmpty(USUAL_AMF)
                    .example(USUAL_AMF)
                    .says("Authentication management field; E-UTRAN needs its first bit set. Empty stands for 8000."),
            bigint("sqn").rule(Numbers.SQN).example(0L).says("The next sequence number to be issued."),
            string("iccid", 20)
                    .unique()
                    .rule(Texts.ICCID.orEmpty())
                    .rule(Texts.ICCID_CHECK_DIGIT.orEmpty())
                    .example("8988211000000000003")
                    .says("Number of the card."),
            string("imsi", 18)
                    .unique()
                    .rule(Texts.IMSI)
                    .example("001010000000001")
                    .says("IMSI of the SIM."),
            string("batch_name", 20)
                    .example("delivery-2026-11")
                    .rule(Names.PRINTABLE)
                    .says("Which delivery it came with."),
            string("sim_vendor", 20)
                    .example("Example Cards")
                    .rule(Names.PRINTABLE)
                    .says("Who made it."),
            bool("esim").or(false).example(false).says("Whether it is an eSIM."),
            string("lpa", 128)
                    .rule(Names.PRINTABLE)
                    .example("LPA:1$smdp.example.org$CODE")
                    .says("Activation code."),
            pin("pin1", "1234", "PIN 1."),
            pin("pin2", "5678", "PIN 2."),
            pin("puk1", "12345678", "PUK 1."),
            pin("puk2", "87654321", "PUK 2."),
            pin("kid", "01", "Key identifier for over the air.").secret(),
            string("psk", 128)
                    .example("000102030405060708090a0b0c0d0e0f")
                    .secret()
                    .rule(Names.PRINTABLE)
                    .says("Pre-shared key for over the air."),
            string("des", 128)
                    .example("0011223344556677")
                    .secret()
                    .rule(Names.PRINTABLE)
                    .says("DES key for over the air."),
            pin("adm1", "12345678", "Administrative code.").secret(),
            string("algo", 20).or("3").rule(Choices.GSM_ALGORITHM).example("3").says("How 2G triplets are made."),
            misc("misc1"),
            misc("misc2"),
            misc("misc3"),
            misc("misc4"),
            lastModified(),
            string("algorithm", 16)
                    .extension()
                    .rule(Choices.ALGORITHM)
                    .example("milenage")
                    .says("Authentication algorithm; milenage when not set."),
            string("milenage_constants", CONSTANTS_DIGITS)
                    .example(
                            "0000000000000000000000000000000000000000000000000000000000000001000000000000000000000000000000020000000000000000000000000000000400000000000000000000000000000008")
                    .extension()
                    .rule(Texts.hex("milenage_constants", CONSTANTS_DIGITS))
                    .says("c1 to c5 of an operator's own Milenage (TS 35.206 4.1)."),
            string("milenage_rotations", ROTATIONS_DIGITS)
                    .example("4000204060")
                    .extension()
                    .rule(Texts.hex("milenage_rotations", ROTATIONS_DIGITS))
                    .rule(Rule.text("rotations", "five octets of 00 to 7f", AucColumns::areRotations))
                    .says("r1 to r5 of an operator's own Milenage."),
            integer("keccak_iterations")
                    .example(1)
                    .extension()
                    .rule(Numbers.range(1, 255))
                    .says("How often TUAK runs Keccak (TS 35.231); 1 when not set."),
            integer("mac_length")
                    .example(8)
                    .extension()
                    .rule(Lengths.MAC)
                    .in("octets")
                    .says("Length of TUAK's MAC."),
            integer("res_length")
                    .example(8)
                    .extension()
                    .rule(Lengths.RES)
                    .in("octets")
                    .says("Length of TUAK's RES."),
            integer("ck_length")
                    .example(16)
                    .extension()
                    .rule(Lengths.KEY)
                    .in("octets")
                    .says("Length of TUAK's CK."),
            integer("ik_length")
                    .example(16)
                    .extension()
                    .rule(Lengths.KEY)
                    .in("octets")
                    .says("Length of TUAK's IK."));

    private AucColumns() {}

    private static ColumnBuilder pin(String name, String example, String description) {
        return string(name, 20).rule(Names.PRINTABLE).example(example).says(description);
    }

    private static ColumnBuilder misc(String name) {
        return string(name, 128).rule(Names.PRINTABLE).example("rack 7").says("Free for the operator.");
    }

    /** TS 35.206 4.1: rotations are by 0 to 127 bits. */
    private static boolean areRotations(String hex) {
        for (int i = 0; i < hex.length(); i += 2) {
            if (Character.digit(hex.charAt(i), 16) > 7) {
                return false;
            }
        }
        return true;
    }
}
