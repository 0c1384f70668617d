package org.estampille.validate;

import java.util.List;
import java.util.Optional;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.cbor.CborValue;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.AssertionLabel;
import org.estampille.manifest.DataAssertion;

/**
 * Rule {@code outside}: assertions about data that is elsewhere (clauses 14.10.4.2.1, 14.10.4.2.2, 16.6.7 and 16.8). Only their
 * form is judged; nothing is fetched.
 */
final class OutsideRules {
    private OutsideRules() {}

    static void check(Scope scope, DataAssertion data) {
        switch (data.label().base()) {
            case "c2pa.cloud-data" -> cloudData(scope, data);
            case "c2pa.external-reference" -> externalReference(scope, data);
            case "c2pa.linked-resource-integrity" -> linkedResources(scope, data);
            default -> {
                // nothing else points out of the store
            }
        }
    }

    private static void cloudData(Scope scope, DataAssertion data) {
        Optional<CborValue.Map> content = data.value().asMap();
        Optional<String> label = content.flatMap(map -> map.get("label")).flatMap(CborValue::asText);
        Optional<CborValue.Map> location =
                content.flatMap(map -> map.get("location")).flatMap(CborValue::asMap);
        boolean sized = content.flatMap(map -> map.get("size"))
                .filter(CborValue.Int.class::isInstance)
                .isPresent();
        if (label.isEmpty() || !sized || location.isEmpty() || !isHashed(location.get())) {
            scope.found(StatusCode.ASSERTION_CLOUD_DATA_MALFORMED, data, "label, size or hashed location missing");
            return;
        }
        AssertionLabel target = AssertionLabel.of(label.get());
        if (target.base().startsWith("c2pa.hash.")) {
            scope.found(StatusCode.ASSERTION_CLOUD_DATA_HARD_BINDING, data, "a hard binding is never elsewhere");
        } else if (target.isAnyVersionOf("c2pa.actions") && scope.manifest().isUpdate()) {
            scope.found(StatusCode.ASSERTION_CLOUD_DATA_ACTIONS, data, "actions of an update manifest elsewhere");
        } else if (isHistory(target) || target.base().equals("c2pa.cloud-data")) {
            scope.found(StatusCode.ASSERTION_CLOUD_DATA_MALFORMED, data, target.base() + " is never elsewhere");
        }
    }

    private static boolean isHistory(AssertionLabel label) {
        return label.isAnyVersionOf("c2pa.actions") || label.isAnyVersionOf("c2pa.ingredient");
    }

    private static boolean isHashed(CborValue.Map location) {
        return location.get("url").flatMap(CborValue::asText).isPresent()
                && location.get("hash").flatMap(CborValue::asOctets).isPresent();
    }

    /** That it is only gathered is advice in 2.5, and a claim does not tell by which version it was made. */
    private static void externalReference(Scope scope, DataAssertion data) {
        Optional<CborValue.Map> content = data.value().asMap();
        Optional<CborValue.Map> location =
                content.flatMap(map -> map.get("location")).flatMap(CborValue::asMap);
        boolean addressed = location.flatMap(map -> map.get("url"))
                .flatMap(CborValue::asText)
                .isPresent();
        boolean half = location.isPresent()
                && location.get().get("alg").isPresent()
                        != location.get().get("hash").isPresent();
        Optional<AssertionLabel> label = content.flatMap(map -> map.get("label"))
                .flatMap(CborValue::asText)
                .map(AssertionLabel::of);
        if (!addressed || half) {
            scope.found(StatusCode.ASSERTION_EXTERNAL_REFERENCE_MALFORMED, data, "no url, or half a hash");
        } else if (label.isPresent() && isForbiddenOutside(label.get())) {
            scope.found(
                    StatusCode.ASSERTION_EXTERNAL_REFERENCE_MALFORMED,
                    data,
                    label.get().base() + " is never elsewhere");
        }
    }

    private static boolean isForbiddenOutside(AssertionLabel label) {
        return isHistory(label)
                || label.base().startsWith("c2pa.hash.")
                || label.base().equals("c2pa.cloud-data")
                || label.base().equals("c2pa.external-reference");
    }

    private static void linkedResources(Scope scope, DataAssertion data) {
        if (!isCreated(scope, data)) {
            scope.found(
                    StatusCode.ASSERTION_LINKED_RESOURCE_INTEGRITY_NOT_CREATED,
                    data,
                    "the signer does not stand behind it");
            return;
        }
        Optional<CborValue.Map> resources =
                data.value().asMap().flatMap(map -> map.get("resources")).flatMap(CborValue::asMap);
        List<CborValue> external = list(resources, "externalResources");
        List<CborValue> relative = list(resources, "relativeResources");
        boolean malformed = external.isEmpty() == relative.isEmpty();
        for (CborValue resource : external) {
            malformed |= resource.asMap().filter(OutsideRules::isHashed).isEmpty();
        }
        for (CborValue resource : relative) {
            malformed |= relativeUri(resource).isEmpty();
        }
        if (malformed) {
            scope.found(
                    StatusCode.ASSERTION_LINKED_RESOURCE_INTEGRITY_MALFORMED,
                    data,
                    "neither external nor relative resources with their hashes");
            return;
        }
        external.forEach(resource -> skipped(scope, data));
        relative.forEach(resource -> relative(scope, data, resource, resources));
    }

    private static List<CborValue> list(Optional<CborValue.Map> map, String key) {
        return map.flatMap(resources -> resources.get(key))
                .flatMap(CborValue::asList)
                .orElse(List.of());
    }

    private static Optional<String> relativeUri(CborValue resource) {
        return resource.asMap()
                .filter(map -> map.get("hash").flatMap(CborValue::asOctets).isPresent())
                .flatMap(map -> map.get("uri"))
                .flatMap(CborValue::asText);
    }

    private static void relative(
            Scope scope, DataAssertion data, CborValue resource, Optional<CborValue.Map> resources) {
        String uri = relativeUri(resource).orElse("");
        Optional<String> alg = resources
                .flatMap(map -> map.get("alg"))
                .flatMap(CborValue::asText)
                .or(() -> scope.claim().alg());
        if (leadsUp(uri)) {
            scope.found(StatusCode.ASSERTION_LINKED_RESOURCE_INTEGRITY_INVALID_URI, data, uri);
        } else if (alg.flatMap(HashAlgorithm::ofLabel).isEmpty()) {
            scope.found(StatusCode.ALGORITHM_UNSUPPORTED, data, "hash algorithm missing or not allowed");
        } else {
            skipped(scope, data);
        }
    }

    /** A segment {@code ..}, in any spelling; the standard lets {@code .} pass here. */
    private static boolean leadsUp(String uri) {
        String plain =
                uri.replace("%2e", ".").replace("%2E", ".").replace("%2f", "/").replace("%2F", "/");
        for (String segment : plain.split("/", -1)) {
            if (segment.equals("..")) {
                return true;
            }
        }
        return false;
    }

    private static void skipped(Scope scope, DataAssertion data) {
        scope.found(
                StatusCode.ASSERTION_LINKED_RESOURCE_INTEGRITY_SKIPPED, data, "a linked resource was not looked at");
    }

    private static boolean isCreated(Scope scope, Assertion assertion) {
        return scope.listed().created().contains(assertion);
    }
}
