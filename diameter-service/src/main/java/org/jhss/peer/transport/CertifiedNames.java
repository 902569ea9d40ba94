// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jhss.peer.connection.PeerCertificate;

/** What a peer's certificate says. */
final class CertifiedNames {

    /** Kinds of subject alternative names (RFC 5280 4.2.1.6). */
    private static final int DNS_NAME = 2;

    private static final int URI = 6;
    private static final String DIAMETER_URI = "aaa://";
    private static final String SECURE_DIAMETER_URI = "aaas://";

    private CertifiedNames() {}

    /**
     * The fingerprint, and the names in lower case: DNS names and DiameterURIs, and only without any of them the common name; empty without
     * certificate.
     */
    static Optional<PeerCertificate> of(SSLSession session) {
        try {
            return session.getPeerCertificates()[0] instanceof X509Certificate certificate
                    ? Optional.of(new PeerCertificate(names(certificate), fingerprint(certificate)))
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException _) {
            return Optional.empty();
        }
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (CertificateEncodingException _) {
            // A certificate that cannot be encoded is no listed one.
            return "";
        }
    }

    private static Set<String> names(X509Certificate certificate) {
        var names = new HashSet<String>();
        try {
            var alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                for (var alternative : alternatives) {
                    if (alternative.get(0) instanceof Integer kind && alternative.get(1) instanceof String name) {
                        add(kind, name.toLowerCase(Locale.ROOT), names);
                    }
                }
            }
            if (names.isEmpty()) {
                addCommonName(certificate, names);
            }
        } catch (CertificateParsingException | InvalidNameException _) {
            // A certificate whose names cannot be read is for nobody.
            return Set.of();
        }
        return Set.copyOf(names);
    }

    private static void add(int kind, String name, Set<String> names) {
        if (kind == DNS_NAME) {
            names.add(name);
        } else if (kind == URI) {
            for (var scheme : new String[] {DIAMETER_URI, SECURE_DIAMETER_URI}) {
                if (name.startsWith(scheme)) {
                    names.add(name.substring(scheme.length()).split("[:;]", 2)[0]);
                }
            }
        }
    }

    private static void addCommonName(X509Certificate certificate, Set<String> names) throws InvalidNameException {
        for (var part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
            if (part.getType().equalsIgnoreCase("CN") && part.getValue() instanceof String name) {
                names.add(name.toLowerCase(Locale.ROOT));
            }
        }
    }
}
