package org.estampille.trust;

import java.util.Collections;
import java.util.List;

/** What a certificate is used for (C2PA 2.5 clause 13.5.1.2); its extended key usage must allow it. */
public enum Purpose {
    /** c2pa-kp-claimSigning, emailProtection, documentSigning, and the C2PA purpose of one early vendor still met in files. */
    CLAIM_SIGNING("1.3.6.1.4.1.62558.2.1", "1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.36", "1.3.6.1.4.1.311.76.59.1.9"),
    TIME_STAMPING("1.3.6.1.5.5.7.3.8");

    /** c2pa-kp-claimSigning, the one the C2PA trust list vouches for. */
    static final String C2PA_CLAIM_SIGNING = "1.3.6.1.4.1.62558.2.1";

    private final List<String> keyPurposes;

    Purpose(String... keyPurposes) {
        this.keyPurposes = List.of(keyPurposes);
    }

    /** The extended key usages that allow it, as object identifiers. */
    List<String> keyPurposes() {
        return keyPurposes;
    }

    /** Whether one of a leaf's extended key usages allows this purpose. */
    boolean isAllowedBy(List<String> extendedKeyUsage) {
        return !Collections.disjoint(keyPurposes, extendedKeyUsage);
    }
}
