package org.estampille.validate;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.BindingAssertion;
import org.estampille.manifest.DataAssertion;
import org.estampille.manifest.HashedUri;

/** Rule {@code contents}: single assertions with rules of their own (clause 14.10.4.2). */
final class ContentRules {

    private static final String ORIGINAL_IMAGE = "exif.originalPreservationImage";

    private ContentRules() {}

    static void check(Scope scope) throws LimitExceededException {
        int originals = 0;
        for (Assertion assertion : scope.manifest().assertions()) {
            if (assertion instanceof DataAssertion data) {
                timeStamps(scope, data);
                process(scope, data);
                OutsideRules.check(scope, data);
                if (isOriginalImage(data)) {
                    originals++;
                    originalImage(scope, data, originals);
                }
            } else if (assertion instanceof BindingAssertion binding && !isPaddedWithZeros(binding)) {
                scope.found(StatusCode.PAD_NON_ZERO, binding, "the padding of the assertion is not zero");
            }
        }
    }

    private static void timeStamps(Scope scope, DataAssertion data) {
        boolean empty =
                data.value().asMap().filter(map -> !map.entries().isEmpty()).isEmpty();
        if (empty && data.label().base().equals("c2pa.time-stamp")) {
            scope.found(StatusCode.ASSERTION_TIMESTAMP_MALFORMED, data, "not a map with at least one token");
        }
    }

    /** A process ends after it began; nothing else in the metadata of an assertion is looked at (clause 14.10.4.2.7). */
    private static void process(Scope scope, DataAssertion data) {
        Optional<CborValue.Map> content = data.value().asMap();
        Optional<CborValue.Map> metadata = data.label().base().equals("c2pa.assertion.metadata")
                ? content
                : content.flatMap(map -> map.get("metadata")).flatMap(CborValue::asMap);
        Optional<Instant> start =
                metadata.flatMap(map -> map.get("processStart")).flatMap(ContentRules::time);
        Optional<Instant> end = metadata.flatMap(map -> map.get("processEnd")).flatMap(ContentRules::time);
        if (start.isPresent() && end.isPresent() && start.get().isAfter(end.get())) {
            scope.found(StatusCode.ASSERTION_METADATA_MALFORMED, data, "a process ends before it begins");
        }
    }

    /** A date-time, by itself or as the value of a bounded time (clause 8.9). */
    static Optional<Instant> time(CborValue value) {
        CborValue plain = value.untagged();
        Optional<String> text = plain instanceof CborValue.Map map
                ? map.get("value").map(CborValue::untagged).flatMap(CborValue::asText)
                : plain.asText();
        try {
            return text.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isOriginalImage(DataAssertion data) {
        return data.label().base().equals("c2pa.alternative-content-representation")
                && data.value()
                        .asMap()
                        .flatMap(map -> map.get("type"))
                        .flatMap(CborValue::asText)
                        .filter(ORIGINAL_IMAGE::equals)
                        .isPresent();
    }

    /** The image before processing: a part of the asset or an assertion, not both, and one per manifest (clause 16.6.2.2). */
    private static void originalImage(Scope scope, DataAssertion data, int number) throws LimitExceededException {
        Optional<CborValue.Map> parameters =
                data.value().asMap().flatMap(map -> map.get("parameters")).flatMap(CborValue::asMap);
        Optional<CborValue> part = parameters.flatMap(map -> map.get("multiAssetPartIndex"));
        Optional<CborValue> embedded = parameters.flatMap(map -> map.get("embeddedOriginalPreservationImage"));
        if (number > 1 || part.isPresent() == embedded.isPresent()) {
            malformed(scope, data, "not one image in one place");
        } else if (part.isPresent()) {
            boolean there =
                    part.get() instanceof CborValue.Int index && index.value() >= 0 && index.value() < parts(scope);
            if (there) {
                matches(scope, data);
            } else {
                malformed(scope, data, "no such part of the asset");
            }
        } else {
            embedded(scope, data, embedded.flatMap(HashedUri::read));
        }
    }

    private static void embedded(Scope scope, DataAssertion data, Optional<HashedUri> uri)
            throws LimitExceededException {
        if (uri.isEmpty() || uri.get().hash().isEmpty()) {
            malformed(scope, data, "no hashed reference");
            return;
        }
        Optional<SuperBox> target = scope.resolve(uri.get());
        if (target.isEmpty()) {
            scope.found(
                    StatusCode.ASSERTION_ALTERNATIVE_CONTENT_REPRESENTATION_MISSING,
                    data,
                    "nothing at " + uri.get().url());
            return;
        }
        switch (scope.hashes().compare(uri.get(), target.get(), scope.claim().alg())) {
            case MATCH -> matches(scope, data);
            case MISMATCH ->
                scope.found(
                        StatusCode.ASSERTION_ALTERNATIVE_CONTENT_REPRESENTATION_HASH_MISMATCH,
                        data,
                        uri.get().url());
            case UNSUPPORTED_ALGORITHM ->
                scope.found(StatusCode.ALGORITHM_UNSUPPORTED, data, "hash algorithm missing or not allowed");
        }
    }

    private static int parts(Scope scope) {
        for (Assertion assertion : scope.manifest().assertions()) {
            if (assertion instanceof BindingAssertion binding
                    && binding.label().base().equals("c2pa.hash.multi-asset")) {
                return binding.content()
                        .get("parts")
                        .flatMap(CborValue::asList)
                        .map(List::size)
                        .orElse(0);
            }
        }
        return 0;
    }

    private static void matches(Scope scope, DataAssertion data) {
        scope.found(
                StatusCode.ASSERTION_ALTERNATIVE_CONTENT_REPRESENTATION_MATCH, data, "the image is where it should be");
    }

    private static void malformed(Scope scope, DataAssertion data, String why) {
        scope.found(StatusCode.ASSERTION_ALTERNATIVE_CONTENT_REPRESENTATION_MALFORMED, data, why);
    }

    private static boolean isPaddedWithZeros(BindingAssertion binding) {
        for (String name : new String[] {"pad", "pad2"}) {
            boolean zero = binding.content()
                    .get(name)
                    .flatMap(CborValue::asOctets)
                    .map(Octets::isZero)
                    .orElse(true);
            if (!zero) {
                return false;
            }
        }
        return true;
    }
}
