// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeTest {

    /** Device-Watchdog-Request of host "a.b" in realm "b", by hand from RFC 6733 3 and 5.5.1. */
    private static final String DWR =
            "0100002c80000118000000000000000100000002" + "000001084000000b612e6200" + "000001284000000962000000";

    @Test
    void showsAMessageByNames() {
        var result = Output.of("decode", DWR);

        assertThat(result.code).isZero();
        assertThat(result.err).isEmpty();
        assertThat(result.out)
                .startsWith("Device-Watchdog-Request (DWR) command 280, application ")
                .contains("  Origin-Host (264) -M", "a.b", "  Origin-Realm (296) -M");
    }

    @Test
    void takesSeveralMessagesInOneInput() {
        var result = Output.of("decode", DWR + DWR);

        assertThat(result.code).isZero();
        assertThat(result.out.split("\\(DWR\\)", -1)).hasSize(3);
    }

    @Test
    void takesHexInAnyDress() {
        var colons = HexFormat.ofDelimiter(":")
                .withUpperCase()
                .formatHex(HexFormat.of().parseHex(DWR));

        assertThat(Output.of("decode", colons).out).isEqualTo(Output.of("decode", DWR).out);
        assertThat(Output.of("decode", "0x" + DWR).out).isEqualTo(Output.of("decode", DWR).out);
        assertThat(Output.of("decode", DWR.substring(0, 40), DWR.substring(40)).out)
                .isEqualTo(Output.of("decode", DWR).out);
    }

    @Test
    void takesFilesOfOctetsAndOfHexDumps(@TempDir Path directory) throws Exception {
        var octets = HexFormat.of().parseHex(DWR);
        var binary = Files.write(directory.resolve("dwr.bin"), octets);
        var dump = new StringBuilder();
        for (int i = 0; i < octets.length; i += 16) {
            int end = Math.min(octets.length, i + 16);
            dump.append("%04x  ".formatted(i))
                    .append(HexFormat.ofDelimiter(" ").formatHex(octets, i, end))
                    .append("   .,beef..\n");
        }
        var text = Files.writeString(directory.resolve("dwr.txt"), dump);

        assertThat(Output.of("decode", "--file", binary.toString()).out).isEqualTo(Output.of("decode", DWR).out);
        assertThat(Output.of("decode", "--file", text.toString()).out).isEqualTo(Output.of("decode", DWR).out);
    }

    @Test
    void explainsAMalformedMessageAndFails() {
        var lengthBeyondMessage = DWR.replace("000001284000000962000000", "000001284000004462000000");
        var result = Output.of("decode", lengthBeyondMessage);

        assertThat(result.code).isEqualTo(1);
        assertThat(result.out).contains("!!").contains("Origin-Host (264)");
    }

    @Test
    void explainsACutOffMessage() {
        var result = Output.of("decode", DWR.substring(0, 60));

        assertThat(result.code).isEqualTo(1);
        assertThat(result.out).contains("!!");
    }

    @Test
    void namesWhatIsNoHexadecimalDigit() {
        var result = Output.of("decode", "01xy");

        assertThat(result.code).isEqualTo(1);
        assertThat(result.out).isEmpty();
        assertThat(result.err).contains("line 1: 'x' is no hexadecimal digit");
    }

    @Test
    void refusesHalfAnOctet() {
        assertThat(Output.of("decode", "010").err).contains("half an octet");
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThat(Output.of("decode", "--file", "no-such-file").err).contains("no such file: no-such-file");
    }

    @Test
    void wrongUsageIsExitCodeTwo() {
        assertThat(Output.of("decode").code).isEqualTo(2);
        assertThat(Output.of("decode", "--nonsense").code).isEqualTo(2);
    }
}
