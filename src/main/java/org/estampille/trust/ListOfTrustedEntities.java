package org.estampille.trust;

import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.JsonText;

/**
 * A list of trusted entities in JSON (ETSI TS 119 602, schema 1.1.1) as C2PA publishes its trust lists, with the two statuses of
 * C2PA's extension of that schema. A status C2PA does not define, or a service without one, refuses the whole list: nobody said
 * that such a service may sign media.
 *
 * @param issue which edition it is
 * @param anchors every certificate that is or was trusted, with its windows
 */
record ListOfTrustedEntities(TrustList.Issue issue, TrustAnchors anchors) {

    private static final String TRUSTED = "http://c2pa.org/conformance/trust-list/trusted";
    private static final String UNTRUSTED = "http://c2pa.org/conformance/trust-list/untrusted";
    private static final int MOST = 10_000;

    /** Whether a file could be such a list: JSON, where a PEM file has text. */
    static boolean isJson(Octets content) {
        for (int i = 0; i < content.length(); i++) {
            if (" \t\r\n".indexOf(content.at(i)) < 0) {
                return content.at(i) == '{';
            }
        }
        return false;
    }

    static ListOfTrustedEntities read(Octets content) throws MalformedContentException {
        CborValue.Map list = map(JsonText.read(content, ReadLimits.standard()).asMap(), "LoTE");
        CborValue.Map scheme = map(Optional.of(list), "ListAndSchemeInformation");
        Timelines timelines = new Timelines();
        for (CborValue entity : items(list, "TrustedEntitiesList")) {
            for (CborValue service : items(entity, "TrustedEntityServices")) {
                timelines.add(service);
            }
        }
        return new ListOfTrustedEntities(issue(scheme), timelines.anchors());
    }

    private static TrustList.Issue issue(CborValue.Map scheme) throws MalformedContentException {
        long sequence = scheme.get("LoTESequenceNumber")
                .flatMap(CborValue::asLong)
                .orElseThrow(() -> malformed("LoTESequenceNumber is missing"));
        List<CborValue> names = items(scheme, "SchemeName");
        Optional<String> name = names.isEmpty() ? Optional.empty() : text(names.get(0), "value");
        return new TrustList.Issue(
                name.orElse(""),
                sequence,
                time(scheme, "ListIssueDateTime").orElseThrow(() -> malformed("ListIssueDateTime is missing")),
                time(scheme, "NextUpdate"));
    }

    /** From a time on, a status. */
    private record Change(Optional<Instant> from, boolean trusted) {}

    /** What was said of each certificate over time. */
    private static final class Timelines {

        private final Map<X509Certificate, List<Change>> changes = new LinkedHashMap<>();

        void add(CborValue service) throws MalformedContentException {
            CborValue.Map now = map(service.asMap(), "ServiceInformation");
            List<X509Certificate> certificates = certificates(now);
            if (certificates.isEmpty()) {
                throw malformed("a service without X509Certificates");
            }
            note(certificates, now);
            for (CborValue past : items(service, "ServiceHistory")) {
                CborValue.Map before = past.asMap().orElseThrow(() -> malformed("ServiceHistory holds no objects"));
                List<X509Certificate> own = certificates(before);
                note(own.isEmpty() ? certificates : own, before);
            }
        }

        private void note(List<X509Certificate> certificates, CborValue.Map information)
                throws MalformedContentException {
            if (information.get("ServiceTypeIdentifier").isPresent()) {
                throw malformed("services of several types; only lists of C2PA's kind are read");
            }
            String status = text(information, "ServiceStatus").orElse("");
            if (!status.equals(TRUSTED) && !status.equals(UNTRUSTED)) {
                throw malformed("a service whose status is neither trusted nor untrusted in the terms of C2PA");
            }
            Change change = new Change(time(information, "StatusStartingTime"), status.equals(TRUSTED));
            for (X509Certificate certificate : certificates) {
                changes.computeIfAbsent(certificate, any -> new ArrayList<>()).add(change);
            }
            LimitExceededException.check("certificates of a trust list", changes.size(), MOST);
        }

        /** Trust lasts until the next change; what was never trusted is no anchor. */
        TrustAnchors anchors() throws MalformedContentException {
            List<X509Certificate> certificates = new ArrayList<>();
            Map<X509Certificate, List<TrustWindow>> windows = new LinkedHashMap<>();
            for (Map.Entry<X509Certificate, List<Change>> entry : changes.entrySet()) {
                List<TrustWindow> own = windows(entry.getValue());
                if (!own.isEmpty()) {
                    certificates.add(entry.getKey());
                    windows.put(entry.getKey(), own);
                }
            }
            if (certificates.isEmpty()) {
                throw malformed("no certificate it trusts");
            }
            return new TrustAnchors(certificates, windows);
        }

        private static List<TrustWindow> windows(List<Change> changes) throws MalformedContentException {
            List<Change> sorted = new ArrayList<>(changes);
            sorted.sort((one, other) -> start(one).compareTo(start(other)));
            List<TrustWindow> windows = new ArrayList<>();
            for (int i = 0; i < sorted.size(); i++) {
                Change change = sorted.get(i);
                boolean last = i + 1 == sorted.size();
                if (!last && start(change).equals(start(sorted.get(i + 1)))) {
                    throw malformed("two statuses of one service from the same time on");
                }
                if (change.trusted()) {
                    windows.add(new TrustWindow(
                            change.from(),
                            last ? Optional.empty() : sorted.get(i + 1).from()));
                }
            }
            return List.copyOf(windows);
        }

        private static Instant start(Change change) {
            return change.from().orElse(Instant.MIN);
        }
    }

    private static List<X509Certificate> certificates(CborValue.Map information) throws MalformedContentException {
        List<X509Certificate> found = new ArrayList<>();
        CborValue.Map identity = map(Optional.of(information), "ServiceDigitalIdentity");
        for (CborValue item : items(identity, "X509Certificates")) {
            String base64 = text(item, "val").orElseThrow(() -> malformed("a certificate without val"));
            try {
                found.add(Certificates.parse(Octets.adopt(Base64.getDecoder().decode(base64))));
            } catch (IllegalArgumentException e) {
                throw malformed("a certificate that is not base 64");
            }
        }
        return found;
    }

    private static Optional<Instant> time(CborValue.Map map, String name) throws MalformedContentException {
        Optional<String> text = text(map, name);
        try {
            return text.map(value -> OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException e) {
            throw malformed(name + " is no date and time");
        }
    }

    private static Optional<String> text(CborValue value, String name) {
        return value.asMap().flatMap(map -> map.get(name)).flatMap(CborValue::asText);
    }

    private static List<CborValue> items(CborValue value, String name) {
        return value.asMap()
                .flatMap(map -> map.get(name))
                .flatMap(CborValue::asList)
                .orElse(List.of());
    }

    private static CborValue.Map map(Optional<CborValue.Map> parent, String name) throws MalformedContentException {
        return parent.flatMap(map -> map.get(name))
                .flatMap(CborValue::asMap)
                .orElseThrow(() -> malformed(name + " is missing"));
    }

    private static MalformedContentException malformed(String cause) {
        return new MalformedContentException("list of trusted entities", new ByteRange(0, 0), cause);
    }
}
