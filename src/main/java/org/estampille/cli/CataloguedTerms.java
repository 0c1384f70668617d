package org.estampille.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.estampille.bytes.Digest;
import org.estampille.catalogue.CaptureMethod;
import org.estampille.cbor.CborValue;
import org.estampille.terms.EffectiveWindow;
import org.estampille.terms.Exploitation;
import org.estampille.terms.NormalisedText;
import org.estampille.terms.OutputGrant;
import org.estampille.terms.Provision;
import org.estampille.terms.RowEvidence;
import org.estampille.terms.TermsCapture;
import org.estampille.terms.TermsRow;
import org.estampille.terms.VendorSide;

/**
 * What a row of the catalogue says of a tool's terms, and the text a house archived of them, as fields of a declaration: answers,
 * digests, addresses and dates, never words of the terms.
 *
 * @param row of the bundled catalogue or of the house
 * @param plan of the account; absent where the row is about any plan and nobody said which
 * @param capture the newest that the house has of the same tool and plan
 */
record CataloguedTerms(TermsRow row, Optional<String> plan, Optional<TermsCapture> capture) {

    static final String ANY_PLAN = "any";

    /** Those that terms mean by commercial use. */
    private static final List<Exploitation> COMMERCIAL = List.of(
            Exploitation.THEATRICAL, Exploitation.BROADCAST, Exploitation.SVOD, Exploitation.AVOD, Exploitation.ONLINE);

    /** The row with the newest capture of the same tool, plan and, where both name one, region. */
    static CataloguedTerms of(TermsRow row, Optional<String> plan, List<TermsCapture> captures) {
        return new CataloguedTerms(
                row,
                plan.or(() -> Optional.of(row.plan())).filter(name -> !same(name, ANY_PLAN)),
                captures.stream()
                        .filter(capture -> isAbout(capture.subject(), row, plan))
                        .max(Comparator.comparing(TermsCapture::retrievedAt)));
    }

    private static boolean isAbout(TermsCapture.Subject subject, TermsRow row, Optional<String> plan) {
        boolean elsewhere = subject.region().isPresent()
                && row.region().isPresent()
                && !same(subject.region().get(), row.region().get());
        boolean samePlan = same(subject.plan(), row.plan())
                || plan.filter(own -> same(subject.plan(), own)).isPresent();
        return same(subject.tool(), row.tool()) && samePlan && !elsewhere;
    }

    static boolean same(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether the row, or else a person who archived the text, read the clause first-hand. */
    boolean isFirstHand() {
        return row.gateUsable()
                || capture.filter(text -> text.subject().clauseSeen()).isPresent();
    }

    CborValue.Map account() {
        return CborValue.map()
                .putText("plan", plan)
                .putText(
                        "planProofSha256",
                        capture.flatMap(TermsCapture::planProofSha256).map(CataloguedTerms::hex))
                .putText("region", row.region())
                .build();
    }

    CborValue.Map rights() {
        OutputGrant grant = row.rights();
        CborValue.MapBuilder rights = CborValue.map()
                .put("status", grant.status().word())
                .put("mechanism", grant.mechanism().word());
        answer(rights, "exclusive", grant.exclusive());
        answer(rights, "transferable", grant.transferable());
        answer(rights, "sublicensable", grant.sublicensable());
        answer(rights, "revocable", grant.revocable());
        rights.putText("term", grant.term().filter(CataloguedTerms::isTerm))
                .putText("territory", grant.territory().filter(place -> place.matches("[A-Z]{2}|[0-9]{3}")));
        CborValue.Map uses = uses(grant);
        if (!uses.entries().isEmpty()) {
            rights.put("uses", uses);
        }
        if (!grant.conditions().isEmpty()) {
            rights.put("conditions", CborValue.array(conditions(grant)));
        }
        return rights.build();
    }

    private static boolean isTerm(String term) {
        return term.equals("perpetual") || term.equals("while-subscribed") || term.matches("\\d{4}-\\d\\d-\\d\\d");
    }

    private static void answer(CborValue.MapBuilder map, String name, Provision provision) {
        if (provision.answer() == Provision.Answer.YES
                || provision.answer() == Provision.Answer.NO
                || provision.answer() == Provision.Answer.CONDITIONS) {
            map.put(name, provision.answer().word());
        }
    }

    /** What holds for commerce holds for each commercial window of which nothing else is said. */
    private static CborValue.Map uses(OutputGrant grant) {
        CborValue.MapBuilder uses = CborValue.map();
        for (Exploitation way : Exploitation.values()) {
            Provision.Answer said = grant.use(way).answer();
            Provision.Answer answer = said == Provision.Answer.UNKNOWN && COMMERCIAL.contains(way)
                    ? grant.use(Exploitation.COMMERCIAL).answer()
                    : said;
            if (way != Exploitation.COMMERCIAL) {
                permission(answer, !grant.conditions().isEmpty()).ifPresent(word -> uses.put(way.word(), word));
            }
        }
        return uses.build();
    }

    /** A yes beside conditions is a yes on conditions, until a person has answered each of them. */
    private static Optional<String> permission(Provision.Answer answer, boolean conditions) {
        return switch (answer) {
            case YES -> Optional.of(conditions ? "conditions" : "allowed");
            case CONDITIONS -> Optional.of("conditions");
            case NO -> Optional.of("prohibited");
            case OPT_OUT_AVAILABLE, UNKNOWN -> Optional.empty();
        };
    }

    /** The catalogue has them in words; here they are numbered, to be answered one by one. */
    private List<CborValue> conditions(OutputGrant grant) {
        List<CborValue> conditions = new ArrayList<>();
        for (int i = 1; i <= grant.conditions().size(); i++) {
            conditions.add(CborValue.map()
                    .put("type", "other")
                    .put("value", "terms row " + row.id() + ", condition " + i)
                    .put("satisfied", "unknown")
                    .build());
        }
        return conditions;
    }

    /** Empty where the row says nothing of it. */
    Optional<CborValue.Map> vendor() {
        VendorSide side = row.vendorSide();
        CborValue.MapBuilder vendor = CborValue.map();
        stance(vendor, "licenceBack", side.licenceBack());
        stance(vendor, "trainsOnInputs", side.trainsOnInputs());
        stance(vendor, "trainsOnOutputs", side.trainsOnOutputs());
        stance(vendor, "indemnity", side.indemnity());
        stance(vendor, "warrantyOfTitle", side.warrantyOfTitle());
        return Optional.of(vendor.build()).filter(said -> !said.entries().isEmpty());
    }

    private static void stance(CborValue.MapBuilder map, String name, Provision provision) {
        if (provision.answer() == Provision.Answer.YES
                || provision.answer() == Provision.Answer.NO
                || provision.answer() == Provision.Answer.OPT_OUT_AVAILABLE) {
            map.put(name, provision.answer().word());
        }
    }

    /** The house's own text first, then what the row stands on, with its grade. */
    CborValue evidence() {
        List<CborValue> texts = new ArrayList<>();
        capture.map(CataloguedTerms::captured).ifPresent(texts::add);
        texts.add(read());
        return CborValue.array(texts);
    }

    private static CborValue.Map captured(TermsCapture capture) {
        TermsCapture.Subject subject = capture.subject();
        CborValue.MapBuilder map = CborValue.map().putText("url", subject.url()).putText("title", subject.title());
        window(map, subject.window());
        return map.put("retrievedAt", capture.retrievedAt().toString())
                .put("method", subject.method().word())
                .put("mediaType", capture.mediaType())
                .put("rawSha256", hex(capture.rawSha256()))
                .putText("textSha256", capture.textSha256().map(CataloguedTerms::hex))
                .putText("textNormalisation", capture.textSha256().map(text -> NormalisedText.METHOD))
                .put("archiveRef", capture.archiveRef())
                .putText("clauseRef", subject.clauseRef())
                .put("clauseSeen", subject.clauseSeen())
                .put("kind", subject.kind())
                .put("plan", subject.plan())
                .build();
    }

    /** What the Open Terms Archive keeps is the text itself, so the digest of that text is that of the archived octets. */
    private CborValue.Map read() {
        RowEvidence read = row.evidence();
        boolean archived = read.method().equals(Optional.of(CaptureMethod.OPEN_TERMS_ARCHIVE));
        Optional<Digest> octets = read.rawSha256().or(() -> archived ? read.textSha256() : Optional.empty());
        CborValue.MapBuilder map = CborValue.map().putText("url", read.url()).putText("title", read.title());
        window(map, row.window());
        return map.putText("retrievedAt", read.retrievedAt().map(LocalDate::toString))
                .putText("method", read.method().map(CaptureMethod::word))
                .putText("mediaType", read.mediaType())
                .putText("rawSha256", octets.map(CataloguedTerms::hex))
                .putText(
                        "textSha256",
                        read.textSha256()
                                .filter(text -> !octets.equals(Optional.of(text)))
                                .map(CataloguedTerms::hex))
                .putText("archiveRef", read.archiveRef())
                .putText("clauseRef", read.clauseRef())
                .put("clauseSeen", read.clauseSeen())
                .putText("kind", read.kind())
                .put("plan", row.plan())
                .put("grade", read.grade().word())
                .build();
    }

    private static void window(CborValue.MapBuilder map, EffectiveWindow window) {
        map.putText("effectiveFrom", window.from().map(LocalDate::toString))
                .putText("effectiveTo", window.to().map(LocalDate::toString));
    }

    private static String hex(Digest digest) {
        return digest.value().hex();
    }

    /** Contradictions that nobody settled go along, so that nobody overlooks them. */
    Optional<CborValue.Map> review() {
        boolean settled = row.conflictsResolved()
                && capture.map(text -> text.subject().conflictsResolved()).orElse(true);
        return settled
                ? Optional.empty()
                : Optional.of(CborValue.map()
                        .put("declared", row.rights().status().word())
                        .put("concluded", "unknown")
                        .put("conflictsResolved", false)
                        .build());
    }
}
