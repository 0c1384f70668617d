package org.estampille.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.estampille.trust.TrustList;
import org.estampille.validate.TrustBasis;

/**
 * The published lists that vouched for somebody ({@code trustListUris}, C2PA 2.5 clause 16.5.13.4.3). Only a list that says itself
 * which one it is can be named so: of a PEM file nobody knows.
 *
 * @param cbor writes content
 */
record CrJsonTrustLists(CborJson cbor) {

    /** Writes the lists among {@code trusted}; nothing when there are none. */
    void write(List<TrustBasis> trusted) {
        Set<Entry> entries = new LinkedHashSet<>();
        for (TrustBasis basis : trusted) {
            if (basis instanceof TrustBasis.List by && by.list().issue().isPresent()) {
                TrustList.Issue issue = by.list().issue().get();
                String identifier = Long.toString(issue.sequence());
                if (by.list().kind() == TrustList.Kind.CLAIM && issue.scheme().equals("C2PA Trust List")) {
                    entries.add(new Entry("https://c2pa.org/trustlist", "c2pa.trustList", identifier));
                }
                if (by.list().kind() == TrustList.Kind.TSA && issue.scheme().equals("C2PA TSA Trust List")) {
                    entries.add(new Entry("https://c2pa.org/trustlist-tsa", "c2pa.tsaTrustList", identifier));
                }
            }
        }
        if (!entries.isEmpty()) {
            cbor.json().writeArrayPropertyStart("trustListUris");
            entries.forEach(this::write);
            cbor.json().writeEndArray();
        }
    }

    private record Entry(String uri, String type, String identifier) {}

    private void write(Entry entry) {
        cbor.json().writeStartObject();
        cbor.text("uri", entry.uri());
        cbor.text("type", entry.type());
        cbor.text("identifier", entry.identifier());
        cbor.json().writeEndObject();
    }
}
