// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/** AVPs of IETF specifications other than RFC 6733. */
public final class Ietf {
    public static final AvpDefinition FRAMED_IP_ADDRESS = avp("Framed-IP-Address");
    public static final AvpDefinition CALLED_STATION_ID = avp("Called-Station-Id");
    public static final AvpDefinition FRAMED_IPV6_PREFIX = avp("Framed-IPv6-Prefix");
    public static final AvpDefinition MIP6_HOME_LINK_PREFIX = avp("MIP6-Home-Link-Prefix");
    public static final AvpDefinition DRMP = avp("DRMP");
    public static final AvpDefinition MIP_HOME_AGENT_ADDRESS = avp("MIP-Home-Agent-Address");
    public static final AvpDefinition MIP_HOME_AGENT_HOST = avp("MIP-Home-Agent-Host");
    public static final AvpDefinition SUBSCRIPTION_ID = avp("Subscription-Id");
    public static final AvpDefinition SUBSCRIPTION_ID_DATA = avp("Subscription-Id-Data");
    public static final AvpDefinition SUBSCRIPTION_ID_TYPE = avp("Subscription-Id-Type");
    public static final AvpDefinition MIP6_AGENT_INFO = avp("MIP6-Agent-Info");
    public static final AvpDefinition SERVICE_SELECTION = avp("Service-Selection");
    public static final AvpDefinition OC_SUPPORTED_FEATURES = avp("OC-Supported-Features");
    public static final AvpDefinition OC_FEATURE_VECTOR = avp("OC-Feature-Vector");
    public static final AvpDefinition OC_OLR = avp("OC-OLR");
    public static final AvpDefinition OC_SEQUENCE_NUMBER = avp("OC-Sequence-Number");
    public static final AvpDefinition OC_VALIDITY_DURATION = avp("OC-Validity-Duration");
    public static final AvpDefinition OC_REPORT_TYPE = avp("OC-Report-Type");
    public static final AvpDefinition OC_REDUCTION_PERCENTAGE = avp("OC-Reduction-Percentage");
    public static final AvpDefinition OC_PEER_ALGO = avp("OC-Peer-Algo");
    public static final AvpDefinition SOURCEID = avp("SourceID");
    public static final AvpDefinition LOAD = avp("Load");
    public static final AvpDefinition LOAD_TYPE = avp("Load-Type");
    public static final AvpDefinition LOAD_VALUE = avp("Load-Value");

    private Ietf() {}

    private static AvpDefinition avp(String name) {
        return Dictionary.standard().avp(name);
    }
}
