// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammars of the tables against the ABNF of the specifications, typed here a second time. */
class SpecificationGrammarTest {

    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of(Base.CER, """
                        { Origin-Host } { Origin-Realm } 1*{ Host-IP-Address } { Vendor-Id } { Product-Name }
                        [ Origin-State-Id ] *[ Supported-Vendor-Id ] *[ Auth-Application-Id ] *[ Inband-Security-Id ]
                        *[ Acct-Application-Id ] *[ Vendor-Specific-Application-Id ] [ Firmware-Revision ]"""),
                Arguments.of(Base.DWR, """
                        { Origin-Host } { Origin-Realm } [ Origin-State-Id ]"""),
                Arguments.of(Base.DPR, """
                        { Origin-Host } { Origin-Realm } { Disconnect-Cause }"""),
                Arguments.of(S6a.AIR, """
                        < Session-Id > [ DRMP ] [ Vendor-Specific-Application-Id ] { Auth-Session-State }
                        { Origin-Host } { Origin-Realm } [ Destination-Host ] { Destination-Realm } { User-Name }
                        [ OC-Supported-Features ] *[ Supported-Features ] [ Requested-EUTRAN-Authentication-Info ]
                        [ Requested-UTRAN-GERAN-Authentication-Info ] { Visited-PLMN-Id } [ AIR-Flags ]
                        *[ Proxy-Info ] *[ Route-Record ]"""),
                Arguments.of(S6a.AIA, """
                        < Session-Id > [ DRMP ] [ Vendor-Specific-Application-Id ] [ Result-Code ]
                        [ Experimental-Result ] [ Error-Diagnostic ] { Auth-Session-State } { Origin-Host }
                        { Origin-Realm } [ OC-Supported-Features ] [ OC-OLR ] *[ Load ] *[ Supported-Features ]
                        [ Authentication-Info ] [ UE-Usage-Type ] [ Failed-AVP ] *[ Proxy-Info ] *[ Route-Record ]"""),
                Arguments.of(S6a.ULR, """
                        < Session-Id > [ DRMP ] [ Vendor-Specific-Application-Id ] { Auth-Session-State }
                        { Origin-Host } { Origin-Realm } [ Destination-Host ] { Destination-Realm } { User-Name }
                        [ OC-Supported-Features ] *[ Supported-Features ] [ Terminal-Information ] { RAT-Type }
                        { ULR-Flags } [ UE-SRVCC-Capability ] { Visited-PLMN-Id } [ SGSN-Number ]
                        [ Homogeneous-Support-of-IMS-Voice-Over-PS-Sessions ] [ GMLC-Address ] *[ Active-APN ]
                        [ Equivalent-PLMN-List ] [ MME-Number-for-MT-SMS ] [ SMS-Register-Request ] [ SGs-MME-Identity ]
                        [ Coupled-Node-Diameter-ID ] [ Adjacent-PLMNs ] [ Supported-Services ] [ SF-ULR-Timestamp ]
                        [ SF-Provisional-Indication ] *[ Proxy-Info ] *[ Route-Record ]"""),
                Arguments.of(S6a.ULA, """
                        < Session-Id > [ DRMP ] [ Vendor-Specific-Application-Id ] [ Result-Code ]
                        [ Experimental-Result ] [ Error-Diagnostic ] { Auth-Session-State } { Origin-Host }
                        { Origin-Realm } [ OC-Supported-Features ] [ OC-OLR ] *[ Load ] *[ Supported-Features ]
                        [ ULA-Flags ] [ Subscription-Data ] *[ Reset-ID ] [ Failed-AVP ] *[ Proxy-Info ]
                        *[ Route-Record ]"""),
                Arguments.of(S6a.CLR, """
                        < Session-Id > [ DRMP ] [ Vendor-Specific-Application-Id ] { Auth-Session-State }
                        { Origin-Host } { Origin-Realm } { Destination-Host } { Destination-Realm } { User-Name }
                        *[ Supported-Features ] { Cancellation-Type } [ CLR-Flags ] *[ Proxy-Info ] *[ Route-Record ]"""),
                Arguments.of(S6a.IDR, """
                        < Session-Id > [ DRMP ] [ Vendor-Specific-Application-Id ] { Auth-Session-State }
                        { Origin-Host } { Origin-Realm } { Destination-Host } { Destination-Realm } { User-Name }
                        *[ Supported-Features ] { Subscription-Data } [ IDR-Flags ] *[ Reset-ID ] *[ Proxy-Info ]
                        *[ Route-Record ]"""),
                Arguments.of(S6a.PUR, """
                        < Session-Id > [ DRMP ] [ Vendor-Specific-Application-Id ] { Auth-Session-State }
                        { Origin-Host } { Origin-Realm } [ Destination-Host ] { Destination-Realm } { User-Name }
                        [ OC-Supported-Features ] [ PUR-Flags ] *[ Supported-Features ] [ EPS-Location-Information ]
                        *[ Proxy-Info ] *[ Route-Record ]"""),
                Arguments.of(S6a.IDA, """
                        < Session-Id > [ DRMP ] [ Vendor-Specific-Application-Id ] *[ Supported-Features ] [ Result-Code ]
                        [ Experimental-Result ] { Auth-Session-State } { Origin-Host } { Origin-Realm }
                        [ IMS-Voice-Over-PS-Sessions-Supported ] [ Last-UE-Activity-Time ] [ RAT-Type ] [ IDA-Flags ]
                        [ EPS-User-State ] [ EPS-Location-Information ] [ Local-Time-Zone ] [ Supported-Services ]
                        *[ Monitoring-Event-Report ] *[ Monitoring-Event-Config-Status ] [ Failed-AVP ]
                        *[ Proxy-Info ] *[ Route-Record ]"""),
                Arguments.of(S6a.DSR, """
                        < Session-Id > [ DRMP ] [ Vendor-Specific-Application-Id ] { Auth-Session-State }
                        { Origin-Host } { Origin-Realm } { Destination-Host } { Destination-Realm } { User-Name }
                        *[ Supported-Features ] { DSR-Flags } [ SCEF-ID ] *[ Context-Identifier ] [ Trace-Reference ]
                        *[ TS-Code ] *[ SS-Code ] [ eDRX-Related-RAT ] *[ External-Identifier ] *[ Proxy-Info ]
                        *[ Route-Record ]"""),
                Arguments.of(S6a.PUA, """
                        < Session-Id > [ DRMP ] [ Vendor-Specific-Application-Id ] *[ Supported-Features ] [ Result-Code ]
                        [ Experimental-Result ] { Auth-Session-State } { Origin-Host } { Origin-Realm }
                        [ OC-Supported-Features ] [ OC-OLR ] *[ Load ] [ PUA-Flags ] [ Failed-AVP ] *[ Proxy-Info ]
                        *[ Route-Record ]"""),
                Arguments.of(S6a.RSR, """
                        < Session-Id > [ DRMP ] [ Vendor-Specific-Application-Id ] { Auth-Session-State }
                        { Origin-Host } { Origin-Realm } { Destination-Host } { Destination-Realm }
                        *[ Supported-Features ] *[ User-Id ] *[ Reset-ID ] [ Subscription-Data ]
                        [ Subscription-Data-Deletion ] *[ Proxy-Info ] *[ Route-Record ]"""),
                Arguments.of(S6a.NOR, """
                        < Session-Id > [ DRMP ] [ Vendor-Specific-Application-Id ] { Auth-Session-State }
                        { Origin-Host } { Origin-Realm } [ Destination-Host ] { Destination-Realm } { User-Name }
                        [ OC-Supported-Features ] *[ Supported-Features ] [ Terminal-Information ] [ MIP6-Agent-Info ]
                        [ Visited-Network-Identifier ] [ Context-Identifier ] [ Service-Selection ] [ Alert-Reason ]
                        [ UE-SRVCC-Capability ] [ NOR-Flags ] [ Homogeneous-Support-of-IMS-Voice-Over-PS-Sessions ]
                        [ Maximum-UE-Availability-Time ] *[ Monitoring-Event-Config-Status ] [ Emergency-Services ]
                        *[ Proxy-Info ] *[ Route-Record ]"""),
                Arguments.of(S13.ECR, """
                        < Session-Id > [ DRMP ] [ Vendor-Specific-Application-Id ] { Auth-Session-State }
                        { Origin-Host } { Origin-Realm } [ Destination-Host ] { Destination-Realm }
                        { Terminal-Information } [ User-Name ] *[ Proxy-Info ] *[ Route-Record ]"""),
                Arguments.of(S13.ECA, """
                        < Session-Id > [ DRMP ] [ Vendor-Specific-Application-Id ] [ Result-Code ]
                        [ Experimental-Result ] { Auth-Session-State } { Origin-Host } { Origin-Realm }
                        [ Equipment-Status ] [ Failed-AVP ] *[ Proxy-Info ] *[ Route-Record ]"""));
    }

    static Stream<Arguments> groups() {
        return Stream.of(
                Arguments.of(S6a.E_UTRAN_VECTOR, "[ Item-Number ] { RAND } { XRES } { AUTN } { KASME }", true),
                Arguments.of(
                        S6a.AMBR,
                        "{ Max-Requested-Bandwidth-UL } { Max-Requested-Bandwidth-DL }"
                                + " [ Extended-Max-Requested-BW-UL ] [ Extended-Max-Requested-BW-DL ]",
                        true),
                Arguments.of(
                        S6a.GPRS_SUBSCRIPTION_DATA,
                        "{ Complete-Data-List-Included-Indicator } 1*50{ PDP-Context }",
                        true),
                Arguments.of(
                        Gx.ALLOCATION_RETENTION_PRIORITY,
                        "{ Priority-Level } [ Pre-emption-Capability ] [ Pre-emption-Vulnerability ]",
                        false),
                Arguments.of(Base.EXPERIMENTAL_RESULT, "{ Vendor-Id } { Experimental-Result-Code }", false));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void command_has_the_grammar_of_its_specification(CommandDefinition command, String abnf) {
        assertThat(text(command.grammar())).isEqualTo(abnf.replaceAll("\\s+", " "));
        assertThat(command.grammar().isOpen()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("groups")
    void group_has_the_grammar_of_its_specification(AvpDefinition group, String abnf, boolean open) {
        assertThat(text(group.members())).isEqualTo(abnf);
        assertThat(group.members().isOpen()).isEqualTo(open);
    }

    @Test
    void quantities_are_those_of_the_notation() {
        assertThat(GrammarLine.parse("*[ A ]"))
                .isEqualTo(new GrammarLine("A", AvpRule.Presence.OPTIONAL, 0, AvpRule.UNBOUNDED));
        assertThat(GrammarLine.parse("1*{ A }"))
                .isEqualTo(new GrammarLine("A", AvpRule.Presence.REQUIRED, 1, AvpRule.UNBOUNDED));
        assertThat(GrammarLine.parse("2*5{ A }")).isEqualTo(new GrammarLine("A", AvpRule.Presence.REQUIRED, 2, 5));
        assertThat(GrammarLine.parse("*10[ A ]")).isEqualTo(new GrammarLine("A", AvpRule.Presence.OPTIONAL, 0, 10));
        assertThat(GrammarLine.parse("< A >")).isEqualTo(new GrammarLine("A", AvpRule.Presence.FIXED, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[ A }", "A", "[ ]", "3[ A ]", "x*[ A ]", "[ A B ]"})
    void what_is_no_rule_is_refused(String line) {
        assertThatThrownBy(() -> GrammarLine.parse(line)).isInstanceOf(DictionaryException.class);
    }

    private static String text(Grammar grammar) {
        return String.join(" ", grammar.rules().stream().map(AvpRule::toString).toList());
    }
}
