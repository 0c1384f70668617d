package org.estampille.validate;

/**
 * Every validation status code of C2PA 2.2 to 2.5 (2.5 annex D) and our own. A code is added here and nowhere else.
 */
public enum StatusCode {
    // C2PA 2.5 clause D.1
    ASSERTION_ACCESSIBLE("assertion.accessible", Kind.SUCCESS),
    ASSERTION_ALTERNATIVE_CONTENT_REPRESENTATION_MATCH(
            "assertion.alternativeContentRepresentation.match", Kind.SUCCESS),
    ASSERTION_BMFF_HASH_MATCH("assertion.bmffHash.match", Kind.SUCCESS),
    ASSERTION_BOXES_HASH_MATCH("assertion.boxesHash.match", Kind.SUCCESS),
    ASSERTION_COLLECTION_HASH_MATCH("assertion.collectionHash.match", Kind.SUCCESS),
    ASSERTION_DATA_HASH_MATCH("assertion.dataHash.match", Kind.SUCCESS),
    ASSERTION_SEGMENT_HASH_MATCH("assertion.segmentHash.match", Kind.SUCCESS),
    ASSERTION_MULTI_ASSET_HASH_MATCH("assertion.multiAssetHash.match", Kind.SUCCESS),
    ASSERTION_HASHED_URI_MATCH("assertion.hashedURI.match", Kind.SUCCESS),
    ASSERTION_LINKED_RESOURCE_INTEGRITY_MATCH("assertion.linkedResourceIntegrity.match", Kind.SUCCESS),
    CLAIM_SIGNATURE_INSIDE_VALIDITY("claimSignature.insideValidity", Kind.SUCCESS),
    CLAIM_SIGNATURE_VALIDATED("claimSignature.validated", Kind.SUCCESS),
    INGREDIENT_CLAIM_SIGNATURE_VALIDATED("ingredient.claimSignature.validated", Kind.SUCCESS),
    INGREDIENT_MANIFEST_VALIDATED("ingredient.manifest.validated", Kind.SUCCESS),
    SIGNING_CREDENTIAL_OCSP_NOT_REVOKED("signingCredential.ocsp.notRevoked", Kind.SUCCESS),
    SIGNING_CREDENTIAL_TRUSTED("signingCredential.trusted", Kind.SUCCESS),
    TIME_STAMP_TRUSTED("timeStamp.trusted", Kind.SUCCESS),
    TIME_STAMP_VALIDATED("timeStamp.validated", Kind.SUCCESS),
    // C2PA 2.5 clause D.2
    ALGORITHM_DEPRECATED("algorithm.deprecated", Kind.INFORMATIONAL),
    ASSERTION_ACTION_INGREDIENT_LOCATION_MISMATCH("assertion.action.ingredientLocationMismatch", Kind.INFORMATIONAL),
    ASSERTION_BMFF_HASH_ADDITIONAL_EXCLUSIONS_PRESENT(
            "assertion.bmffHash.additionalExclusionsPresent", Kind.INFORMATIONAL),
    ASSERTION_BOXES_HASH_ADDITIONAL_EXCLUSIONS_PRESENT(
            "assertion.boxesHash.additionalExclusionsPresent", Kind.INFORMATIONAL),
    ASSERTION_DATA_HASH_ADDITIONAL_EXCLUSIONS_PRESENT(
            "assertion.dataHash.additionalExclusionsPresent", Kind.INFORMATIONAL),
    ASSERTION_LINKED_RESOURCE_INTEGRITY_FORMAT_MISMATCH(
            "assertion.linkedResourceIntegrity.formatMismatch", Kind.INFORMATIONAL),
    ASSERTION_LINKED_RESOURCE_INTEGRITY_HASH_MISMATCH(
            "assertion.linkedResourceIntegrity.hashMismatch", Kind.INFORMATIONAL),
    ASSERTION_LINKED_RESOURCE_INTEGRITY_INACCESSIBLE(
            "assertion.linkedResourceIntegrity.inaccessible", Kind.INFORMATIONAL),
    ASSERTION_LINKED_RESOURCE_INTEGRITY_SIZE_MISMATCH(
            "assertion.linkedResourceIntegrity.sizeMismatch", Kind.INFORMATIONAL),
    ASSERTION_LINKED_RESOURCE_INTEGRITY_SKIPPED("assertion.linkedResourceIntegrity.skipped", Kind.INFORMATIONAL),
    ASSERTION_REDACTED("assertion.redacted", Kind.INFORMATIONAL),
    INGREDIENT_UNKNOWN_PROVENANCE("ingredient.unknownProvenance", Kind.INFORMATIONAL),
    MANIFEST_UNKNOWN_PROVENANCE("manifest.unknownProvenance", Kind.INFORMATIONAL),
    SIGNING_CREDENTIAL_OCSP_INACCESSIBLE("signingCredential.ocsp.inaccessible", Kind.INFORMATIONAL),
    SIGNING_CREDENTIAL_OCSP_SKIPPED("signingCredential.ocsp.skipped", Kind.INFORMATIONAL),
    SIGNING_CREDENTIAL_OCSP_UNKNOWN("signingCredential.ocsp.unknown", Kind.INFORMATIONAL),
    TIME_OF_SIGNING_INSIDE_VALIDITY("timeOfSigning.insideValidity", Kind.INFORMATIONAL),
    TIME_OF_SIGNING_OUTSIDE_VALIDITY("timeOfSigning.outsideValidity", Kind.INFORMATIONAL),
    TIME_STAMP_CREDENTIAL_INVALID("timeStamp.credentialInvalid", Kind.INFORMATIONAL),
    TIME_STAMP_MALFORMED("timeStamp.malformed", Kind.INFORMATIONAL),
    TIME_STAMP_MISMATCH("timeStamp.mismatch", Kind.INFORMATIONAL),
    TIME_STAMP_OUTSIDE_VALIDITY("timeStamp.outsideValidity", Kind.INFORMATIONAL),
    TIME_STAMP_UNTRUSTED("timeStamp.untrusted", Kind.INFORMATIONAL),
    // C2PA 2.5 clause D.3 and codes of earlier versions
    ALGORITHM_UNSUPPORTED("algorithm.unsupported", Kind.FAILURE),
    ASSERTION_ACTION_INGREDIENT_MISMATCH("assertion.action.ingredientMismatch", Kind.FAILURE),
    ASSERTION_ACTION_MALFORMED("assertion.action.malformed", Kind.FAILURE),
    ASSERTION_ACTION_REDACTED("assertion.action.redacted", Kind.FAILURE),
    ASSERTION_ACTION_REDACTION_MISMATCH("assertion.action.redactionMismatch", Kind.FAILURE),
    ASSERTION_ACTION_SOFT_BINDING_MISSING("assertion.action.softBindingMissing", Kind.FAILURE),
    ASSERTION_ALTERNATIVE_CONTENT_REPRESENTATION_HASH_MISMATCH(
            "assertion.alternativeContentRepresentation.hashMismatch", Kind.FAILURE),
    ASSERTION_ALTERNATIVE_CONTENT_REPRESENTATION_MALFORMED(
            "assertion.alternativeContentRepresentation.malformed", Kind.FAILURE),
    ASSERTION_ALTERNATIVE_CONTENT_REPRESENTATION_MISSING(
            "assertion.alternativeContentRepresentation.missing", Kind.FAILURE),
    ASSERTION_BMFF_HASH_MALFORMED("assertion.bmffHash.malformed", Kind.FAILURE),
    ASSERTION_BMFF_HASH_MISMATCH("assertion.bmffHash.mismatch", Kind.FAILURE),
    ASSERTION_BOXES_HASH_MALFORMED("assertion.boxesHash.malformed", Kind.FAILURE),
    ASSERTION_BOXES_HASH_MISMATCH("assertion.boxesHash.mismatch", Kind.FAILURE),
    ASSERTION_BOXES_HASH_UNKNOWN_BOX("assertion.boxesHash.unknownBox", Kind.FAILURE),
    ASSERTION_CBOR_INVALID("assertion.cbor.invalid", Kind.FAILURE),
    ASSERTION_JSON_INVALID("assertion.json.invalid", Kind.FAILURE),
    ASSERTION_CLOUD_DATA_ACTIONS("assertion.cloud-data.actions", Kind.FAILURE),
    ASSERTION_CLOUD_DATA_HARD_BINDING("assertion.cloud-data.hardBinding", Kind.FAILURE),
    ASSERTION_CLOUD_DATA_LABEL_MISMATCH("assertion.cloud-data.labelMismatch", Kind.FAILURE),
    ASSERTION_CLOUD_DATA_MALFORMED("assertion.cloud-data.malformed", Kind.FAILURE),
    ASSERTION_COLLECTION_HASH_INCORRECT_FILE_COUNT("assertion.collectionHash.incorrectFileCount", Kind.FAILURE),
    ASSERTION_COLLECTION_HASH_INVALID_URI("assertion.collectionHash.invalidURI", Kind.FAILURE),
    ASSERTION_COLLECTION_HASH_MALFORMED("assertion.collectionHash.malformed", Kind.FAILURE),
    ASSERTION_COLLECTION_HASH_MISMATCH("assertion.collectionHash.mismatch", Kind.FAILURE),
    ASSERTION_DATA_HASH_MALFORMED("assertion.dataHash.malformed", Kind.FAILURE),
    ASSERTION_DATA_HASH_MISMATCH("assertion.dataHash.mismatch", Kind.FAILURE),
    ASSERTION_DATA_HASH_REDACTED("assertion.dataHash.redacted", Kind.FAILURE),
    ASSERTION_HARD_BINDING_REDACTED("assertion.hardBinding.redacted", Kind.FAILURE),
    ASSERTION_EXTERNAL_REFERENCE_CREATED("assertion.external-reference.created", Kind.FAILURE),
    ASSERTION_EXTERNAL_REFERENCE_HASH_MISMATCH("assertion.external-reference.hashMismatch", Kind.FAILURE),
    ASSERTION_EXTERNAL_REFERENCE_LABEL_MISMATCH("assertion.external-reference.labelMismatch", Kind.FAILURE),
    ASSERTION_EXTERNAL_REFERENCE_MALFORMED("assertion.external-reference.malformed", Kind.FAILURE),
    ASSERTION_HASHED_URI_MISMATCH("assertion.hashedURI.mismatch", Kind.FAILURE),
    ASSERTION_INACCESSIBLE("assertion.inaccessible", Kind.FAILURE),
    ASSERTION_INGREDIENT_MALFORMED("assertion.ingredient.malformed", Kind.FAILURE),
    ASSERTION_LINKED_RESOURCE_INTEGRITY_INVALID_URI("assertion.linkedResourceIntegrity.invalidURI", Kind.FAILURE),
    ASSERTION_LINKED_RESOURCE_INTEGRITY_MALFORMED("assertion.linkedResourceIntegrity.malformed", Kind.FAILURE),
    ASSERTION_LINKED_RESOURCE_INTEGRITY_NOT_CREATED("assertion.linkedResourceIntegrity.notCreated", Kind.FAILURE),
    ASSERTION_METADATA_DISALLOWED("assertion.metadata.disallowed", Kind.FAILURE),
    ASSERTION_METADATA_MALFORMED("assertion.metadata.malformed", Kind.FAILURE),
    ASSERTION_MISSING("assertion.missing", Kind.FAILURE),
    ASSERTION_OUTSIDE_MANIFEST("assertion.outsideManifest", Kind.FAILURE),
    ASSERTION_MULTI_ASSET_HASH_MALFORMED("assertion.multiAssetHash.malformed", Kind.FAILURE),
    ASSERTION_MULTI_ASSET_HASH_MISMATCH("assertion.multiAssetHash.mismatch", Kind.FAILURE),
    ASSERTION_MULTI_ASSET_HASH_MISSING_PART("assertion.multiAssetHash.missingPart", Kind.FAILURE),
    ASSERTION_MULTIPLE_HARD_BINDINGS("assertion.multipleHardBindings", Kind.FAILURE),
    ASSERTION_NOT_REDACTED("assertion.notRedacted", Kind.FAILURE),
    ASSERTION_SEGMENT_HASH_MALFORMED("assertion.segmentHash.malformed", Kind.FAILURE),
    ASSERTION_SEGMENT_HASH_MISMATCH("assertion.segmentHash.mismatch", Kind.FAILURE),
    ASSERTION_SEGMENT_HASH_PARTIAL_COVERAGE("assertion.segmentHash.partialCoverage", Kind.FAILURE),
    ASSERTION_SEGMENT_HASH_PREDECESSOR_MISMATCH("assertion.segmentHash.predecessorMismatch", Kind.FAILURE),
    ASSERTION_SELF_REDACTED("assertion.selfRedacted", Kind.FAILURE),
    ASSERTION_TIMESTAMP_MALFORMED("assertion.timestamp.malformed", Kind.FAILURE),
    ASSERTION_UNDECLARED("assertion.undeclared", Kind.FAILURE),
    CLAIM_ACTIONS_MISSING("claim.actions.missing", Kind.FAILURE),
    CLAIM_CBOR_INVALID("claim.cbor.invalid", Kind.FAILURE),
    CLAIM_HARD_BINDINGS_MISSING("claim.hardBindings.missing", Kind.FAILURE),
    CLAIM_MALFORMED("claim.malformed", Kind.FAILURE),
    CLAIM_MISSING("claim.missing", Kind.FAILURE),
    CLAIM_MULTIPLE("claim.multiple", Kind.FAILURE),
    CLAIM_SIGNATURE_MISMATCH("claimSignature.mismatch", Kind.FAILURE),
    CLAIM_SIGNATURE_MISSING("claimSignature.missing", Kind.FAILURE),
    CLAIM_SIGNATURE_OUTSIDE_VALIDITY("claimSignature.outsideValidity", Kind.FAILURE),
    GENERAL_ERROR("general.error", Kind.FAILURE),
    HASHED_URI_MISMATCH("hashedURI.mismatch", Kind.FAILURE),
    HASHED_URI_MISSING("hashedURI.missing", Kind.FAILURE),
    INGREDIENT_CLAIM_SIGNATURE_MISMATCH("ingredient.claimSignature.mismatch", Kind.FAILURE),
    INGREDIENT_CLAIM_SIGNATURE_MISSING("ingredient.claimSignature.missing", Kind.FAILURE),
    INGREDIENT_MANIFEST_MISMATCH("ingredient.manifest.mismatch", Kind.FAILURE),
    INGREDIENT_MANIFEST_MISSING("ingredient.manifest.missing", Kind.FAILURE),
    LIVEVIDEO_ASSERTION_INVALID("livevideo.assertion.invalid", Kind.FAILURE),
    LIVEVIDEO_CONTINUITY_METHOD_INVALID("livevideo.continuityMethod.invalid", Kind.FAILURE),
    LIVEVIDEO_SESSIONKEY_INVALID("livevideo.sessionkey.invalid", Kind.FAILURE),
    LIVEVIDEO_INIT_INVALID("livevideo.init.invalid", Kind.FAILURE),
    LIVEVIDEO_MANIFEST_INVALID("livevideo.manifest.invalid", Kind.FAILURE),
    LIVEVIDEO_SEGMENT_INVALID("livevideo.segment.invalid", Kind.FAILURE),
    MANIFEST_APPEND_ONLY_TEXT_NO_SENTINEL("manifest.appendOnlyText.noSentinel", Kind.FAILURE),
    MANIFEST_COMPRESSED_INVALID("manifest.compressed.invalid", Kind.FAILURE),
    MANIFEST_INACCESSIBLE("manifest.inaccessible", Kind.FAILURE),
    MANIFEST_INACCESSIBLE_ENCRYPTED("manifest.inaccessible.encrypted", Kind.FAILURE),
    MANIFEST_INACCESSIBLE_MALFORMED("manifest.inaccessible.malformed", Kind.FAILURE),
    MANIFEST_MULTIPLE_PARENTS("manifest.multipleParents", Kind.FAILURE),
    MANIFEST_HTML_MULTIPLE_MANIFESTS("manifest.html.multipleManifests", Kind.FAILURE),
    MANIFEST_STRUCTURED_TEXT_NO_MANIFEST("manifest.structuredText.noManifest", Kind.FAILURE),
    MANIFEST_STRUCTURED_TEXT_EMPTY_REFERENCE("manifest.structuredText.emptyReference", Kind.FAILURE),
    MANIFEST_STRUCTURED_TEXT_MALFORMED_REFERENCE("manifest.structuredText.malformedReference", Kind.FAILURE),
    MANIFEST_STRUCTURED_TEXT_MULTIPLE_REFERENCES("manifest.structuredText.multipleReferences", Kind.FAILURE),
    MANIFEST_STRUCTURED_TEXT_NO_RESOLUTION_PATH("manifest.structuredText.noResolutionPath", Kind.FAILURE),
    MANIFEST_TEXT_CORRUPTED_WRAPPER("manifest.text.corruptedWrapper", Kind.FAILURE),
    MANIFEST_TEXT_MULTIPLE_WRAPPERS("manifest.text.multipleWrappers", Kind.FAILURE),
    MANIFEST_TIMESTAMP_INVALID("manifest.timestamp.invalid", Kind.FAILURE),
    MANIFEST_TIMESTAMP_WRONG_PARENTS("manifest.timestamp.wrongParents", Kind.FAILURE),
    MANIFEST_UPDATE_INVALID("manifest.update.invalid", Kind.FAILURE),
    MANIFEST_UPDATE_WRONG_PARENTS("manifest.update.wrongParents", Kind.FAILURE),
    SIGNING_CREDENTIAL_INVALID("signingCredential.invalid", Kind.FAILURE),
    SIGNING_CREDENTIAL_OCSP_REVOKED("signingCredential.ocsp.revoked", Kind.FAILURE),
    SIGNING_CREDENTIAL_UNTRUSTED("signingCredential.untrusted", Kind.FAILURE),
    // Our own (C2PA 2.5 clause 14.2.2: reverse domain names)
    /** Unprotected octets of the store hold content where the standard has no place for any. */
    HIDDEN_CONTENT("org.estampille.store.hiddenContent", Kind.FAILURE),
    /** A file lies in a collection that its signer said to be complete without it. */
    COMPLETE_SET_ADDED("org.estampille.completeSet.added", Kind.FAILURE),
    /** What the signer said of the completeness of a collection makes no sense. */
    COMPLETE_SET_MALFORMED("org.estampille.completeSet.malformed", Kind.FAILURE),
    /** Octets that should be zero padding are not; the standard does not look at them, a person should. */
    PAD_NON_ZERO("org.estampille.pad.nonZero", Kind.INFORMATIONAL),
    /** Octets of the store that neither the signature nor a hash protects hold more than the standard puts there. */
    UNSIGNED_CONTENT("org.estampille.store.unsignedContent", Kind.INFORMATIONAL),
    /** The asset holds something like a second manifest store, or one retagged, beside the one that was judged. */
    CONTAINER_SUSPICIOUS("org.estampille.container.suspicious", Kind.INFORMATIONAL);

    /** What a code says about the manifest (C2PA 2.5 clause 14.2.2). */
    public enum Kind {
        SUCCESS,
        INFORMATIONAL,
        FAILURE
    }

    private final String code;
    private final Kind kind;

    StatusCode(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    /** The text written in reports, such as {@code assertion.dataHash.mismatch}. */
    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether it rejects the manifest. An untrusted signer does not: the manifest is then valid and not trusted (clause 13.3.5). */
    public boolean rejects() {
        return kind == Kind.FAILURE && this != SIGNING_CREDENTIAL_UNTRUSTED;
    }

    /** Whether the code of that text, as others wrote it down, rejects a manifest; unknown ones do not. */
    static boolean rejects(String text) {
        for (StatusCode code : values()) {
            if (code.code.equals(text)) {
                return code.rejects();
            }
        }
        return false;
    }

    /** Whether the code of that text is a failure. */
    static boolean isFailure(String text) {
        for (StatusCode code : values()) {
            if (code.kind == Kind.FAILURE && code.code.equals(text)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a person should look at the asset although nothing is wrong by the standard. */
    public boolean asksForReview() {
        return switch (this) {
            case PAD_NON_ZERO, UNSIGNED_CONTENT, CONTAINER_SUSPICIOUS -> true;
            default -> false;
        };
    }
}
