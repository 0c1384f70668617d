package org.estampille.cli;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.estampille.report.SafeText;
import org.estampille.trust.DistinguishedName;
import org.estampille.trust.TrustList;

/** What kind of certificates somebody takes over into a list, and whether that is likely what was meant. */
final class ImportedCertificates {

    /** Public lists hold a hundred issuers; nobody reads that many lines. */
    private static final int MOST = 20;

    /** What a certificate is to others. */
    private enum Standing {
        ROOT("root"),
        INTERMEDIATE("intermediate"),
        END_ENTITY("end entity");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        static Standing of(X509Certificate certificate) {
            boolean own = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
            return certificate.getBasicConstraints() < 0 ? END_ENTITY : own ? ROOT : INTERMEDIATE;
        }
    }

    private ImportedCertificates() {}

    /** One line for each certificate. */
    static List<String> lines(TrustList list) {
        List<String> lines = new ArrayList<>();
        List<X509Certificate> all = list.anchors().certificates();
        for (X509Certificate certificate : all.subList(0, Math.min(MOST, all.size()))) {
            lines.add(SafeText.line(String.format("  %-12s  %s", Standing.of(certificate).words, name(certificate))));
        }
        if (all.size() > MOST) {
            lines.add("  and " + (all.size() - MOST) + " more; see them with 'estampille trust show "
                    + list.origin().name() + "'");
        }
        return lines;
    }

    /** What a list of issuers should not hold; a list of signers themselves should hold nothing else than end entities. */
    static List<String> warnings(TrustList list) {
        List<String> warnings = new ArrayList<>();
        if (list.origin().kind() == TrustList.Kind.ALLOWED) {
            return warnings;
        }
        long leaves = count(list, Standing.END_ENTITY);
        long between = count(list, Standing.INTERMEDIATE);
        if (leaves > 0) {
            warnings.add(
                    "estampille: warning: " + of(leaves, "end-entity certificate") + " among the issuers: a signer's"
                            + " own certificate issues nothing; import signers with --purpose allowed.");
        }
        if (between > 0 && between + leaves == list.anchors().certificates().size()) {
            warnings.add("estampille: warning: " + of(between, "intermediate certificate") + " and no root: only what"
                    + " these issued will be trusted; a list of issuers usually holds roots.");
        } else if (between > 0) {
            warnings.add("estampille: warning: " + of(between, "intermediate certificate")
                    + " among the issuers: each is" + " trusted by itself from now on, even if its root no longer is.");
        }
        return warnings;
    }

    private static String of(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static long count(TrustList list, Standing standing) {
        return list.anchors().certificates().stream()
                .filter(certificate -> Standing.of(certificate) == standing)
                .count();
    }

    private static String name(X509Certificate certificate) {
        return DistinguishedName.of(certificate.getSubjectX500Principal()).shortest();
    }
}
