package org.estampille.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bind.ArchiveHash;
import org.estampille.bind.CollectionHash;
import org.estampille.bind.HardBinding;
import org.estampille.bind.HardBindings;
import org.estampille.bind.SegmentHash;
import org.estampille.burn.BurnException;
import org.estampille.burn.LabelledFile;
import org.estampille.burn.MarkShape;
import org.estampille.burn.MarkWords;
import org.estampille.burn.PictureLabels;
import org.estampille.burn.WorkFolder;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborReader;
import org.estampille.cbor.CborValue;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.container.bmff.BmffFile;
import org.estampille.container.bmff.EventMessage;
import org.estampille.container.bmff.ProducerTime;
import org.estampille.container.zip.ZipArchive;
import org.estampille.container.zip.ZipEntry;
import org.estampille.cose.CoseSign1;
import org.estampille.crypto.CryptoEngine;
import org.estampille.declaration.DeclarationReader;
import org.estampille.jumbf.JumbfReader;
import org.estampille.live.LiveSegment;
import org.estampille.live.SegmentInfo;
import org.estampille.live.SessionKey;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.ManifestStoreReader;
import org.estampille.marks.MarkReader;
import org.estampille.preview.Previews;
import org.estampille.report.JsonReport;
import org.estampille.report.Language;
import org.estampille.report.MarkReport;
import org.estampille.report.TextReport;
import org.estampille.report.VerificationReport;
import org.estampille.stream.StreamReader;
import org.estampille.timestamp.TimeStampCheck;
import org.estampille.trust.CertificateChain;
import org.estampille.trust.CertificateProfile;
import org.estampille.trust.Purpose;
import org.estampille.trust.TestCertificates;
import org.estampille.trust.TrustAnchors;
import org.estampille.verify.Contexts;
import org.estampille.verify.Verifier;

/**
 * One target for each parser. A result or a typed refusal is fine; anything else that is thrown is a defect, and so is a hang. All
 * targets are in one class because starting the fuzzer is what costs.
 */
class HostileInputFuzzTest {

    /** Of each target in a run with {@code -Pfuzz}; what was found is kept in .cifuzz-corpus, so a longer run is several of these. */
    private static final String TIME = "5s";

    /** Small, so that the fuzzer meets the bounds instead of filling memory. */
    private static final ReadLimits LIMITS = new ReadLimits(32, 20_000, 4 << 20, 4 << 20, 20_000, 200);

    /** A parser under attack. */
    private interface Target {
        void read(Octets octets) throws IOException, MalformedContentException;
    }

    private static void attack(byte[] data, Target target) throws IOException {
        try {
            target.read(Octets.copyOf(data));
        } catch (MalformedContentException refused) {
            if (refused.problem().isEmpty()) {
                throw new AssertionError("a refusal without a reason", refused);
            }
        }
    }

    private static void container(byte[] data, AssetFormat format) throws IOException {
        attack(data, octets -> {
            Asset asset = new Asset("asset", new OctetsSource(octets), format);
            ContainerFormat container = Containers.of(format);
            ContainerMap map = container.map(asset, LIMITS);
            container.lay(asset, map, ContainerFormat.Wish.forStore(2_000), LIMITS);
            container.requireWhole(asset, map, LIMITS);
            container.lay(asset, map, ContainerFormat.Wish.strip(), LIMITS);
        });
    }

    @FuzzTest(maxDuration = TIME)
    void jumbf(byte[] data) throws IOException {
        attack(data, octets -> JumbfReader.read(octets, LIMITS));
    }

    @FuzzTest(maxDuration = TIME)
    void cbor(byte[] data) throws IOException {
        attack(data, octets -> CborReader.read(octets, LIMITS));
    }

    @FuzzTest(maxDuration = TIME)
    void cose(byte[] data) throws IOException {
        attack(data, octets -> {
            CoseSign1 cose = CoseSign1.read(octets, LIMITS);
            cose.algorithm();
            cose.credential();
            cose.timeStamp();
        });
    }

    @FuzzTest(maxDuration = TIME)
    void manifestStore(byte[] data) throws IOException {
        attack(data, octets -> {
            ManifestStore store = new ManifestStoreReader(LIMITS).read(List.of(JumbfReader.read(octets, LIMITS)));
            store.active().ifPresent(manifest -> manifest.assertions().forEach(manifest::uriOf));
        });
    }

    @FuzzTest(maxDuration = TIME)
    void jpeg(byte[] data) throws IOException {
        container(data, AssetFormat.JPEG);
    }

    @FuzzTest(maxDuration = TIME)
    void png(byte[] data) throws IOException {
        container(data, AssetFormat.PNG);
    }

    @FuzzTest(maxDuration = TIME)
    void riff(byte[] data) throws IOException {
        container(data, AssetFormat.WAV);
        container(data, AssetFormat.AVI);
    }

    @FuzzTest(maxDuration = TIME)
    void bmff(byte[] data) throws IOException {
        container(data, AssetFormat.MP4);
    }

    @FuzzTest(maxDuration = TIME)
    void gif(byte[] data) throws IOException {
        container(data, AssetFormat.GIF);
    }

    @FuzzTest(maxDuration = TIME)
    void tiff(byte[] data) throws IOException {
        container(data, AssetFormat.TIFF);
        container(data, AssetFormat.BIGTIFF);
    }

    @FuzzTest(maxDuration = TIME)
    void svg(byte[] data) throws IOException {
        container(data, AssetFormat.SVG);
    }

    @FuzzTest(maxDuration = TIME)
    void jxl(byte[] data) throws IOException {
        container(data, AssetFormat.JXL);
    }

    @FuzzTest(maxDuration = TIME)
    void id3(byte[] data) throws IOException {
        container(data, AssetFormat.MP3);
        container(data, AssetFormat.FLAC);
    }

    @FuzzTest(maxDuration = TIME)
    void ogg(byte[] data) throws IOException {
        container(data, AssetFormat.OGG);
    }

    @FuzzTest(maxDuration = TIME)
    void zip(byte[] data) throws IOException {
        attack(data, octets -> {
            bound(octets, AssetFormat.ZIP);
            ZipArchive archive = ZipArchive.read(new OctetsSource(octets), LIMITS);
            for (ZipEntry entry : archive.entries()) {
                entry.name();
                archive.local(entry, new OctetsSource(octets), LIMITS).extent();
            }
        });
    }

    @FuzzTest(maxDuration = TIME)
    void font(byte[] data) throws IOException {
        attack(data, octets -> bound(octets, AssetFormat.SFNT));
    }

    /** Maps the file and compares it with a binding that lists something else. */
    private static void bound(Octets octets, AssetFormat format) throws IOException, MalformedContentException {
        Asset asset = new Asset("asset", new OctetsSource(octets), format);
        ContainerMap map = Containers.of(format).map(asset, LIMITS);
        Containers.of(format).address(asset, LIMITS);
        HardBinding.Context context =
                new HardBinding.Context(asset, map, Optional.of("sha256"), false, CryptoEngine.platform(), LIMITS, 1);
        if (format == AssetFormat.ZIP) {
            CollectionHash.Member member = new CollectionHash.Member("a", Octets.zeros(32), Optional.empty());
            ArchiveHash.check(
                    new CollectionHash(List.of(member), Optional.empty(), Optional.of(Octets.zeros(32))), context);
        } else {
            CborValue box = CborValue.map()
                    .put("names", CborValue.array(List.of(CborValue.of("head"))))
                    .put("hash", Octets.zeros(32))
                    .build();
            HardBindings.check(
                    "c2pa.hash.boxes",
                    CborValue.map().put("boxes", CborValue.array(List.of(box))).build(),
                    context);
        }
    }

    @FuzzTest(maxDuration = TIME)
    void pdf(byte[] data) throws IOException {
        container(data, AssetFormat.PDF);
    }

    @FuzzTest(maxDuration = TIME)
    void certificates(byte[] data) throws IOException {
        attack(data, octets -> {
            CertificateChain chain = CertificateChain.read(List.of(octets));
            CertificateProfile.violations(chain, Purpose.CLAIM_SIGNING);
            chain.isValidAt(TestCertificates.NOON);
        });
    }

    @FuzzTest(maxDuration = TIME)
    void timeStampToken(byte[] data) throws IOException {
        attack(data, octets -> TimeStampCheck.check(octets, Octets.empty(), Optional.of(TrustAnchors.empty())));
    }

    @FuzzTest(maxDuration = TIME)
    void declaration(byte[] data) throws IOException {
        attack(data, octets -> DeclarationReader.read(octets, "declaration.yaml"));
        DeclarationReader.read(new String(data, StandardCharsets.ISO_8859_1), "declaration.yaml");
    }

    @FuzzTest(maxDuration = TIME)
    void marks(byte[] data) throws IOException {
        attack(
                data,
                octets -> MarkReport.text("asset", MarkReader.read(new OctetsSource(octets), LIMITS), Language.FRENCH));
    }

    /** Outlines of sounds for reports, read without FFmpeg. */
    @FuzzTest(maxDuration = TIME)
    void sound(byte[] data) throws IOException {
        Path file = Files.createTempFile("estampille", ".sound");
        try {
            Files.write(file, data);
            for (String type : List.of("audio/wav", "audio/aiff")) {
                new Previews(Optional.empty()).of(file, type);
            }
        } finally {
            Files.delete(file);
        }
    }

    /** Pictures that get a label, drawn here without FFmpeg. */
    @FuzzTest(maxDuration = TIME)
    void label(byte[] data) throws IOException {
        Path source = Files.createTempFile("estampille", ".source");
        Path target = Files.createTempFile("estampille", ".target");
        try (WorkFolder work = WorkFolder.open()) {
            Files.write(source, data);
            boolean photograph = data.length > 0 && data[0] == (byte) 0xFF;
            LabelledFile file = new LabelledFile(source, photograph ? AssetFormat.JPEG : AssetFormat.PNG, target);
            new PictureLabels(file, work)
                    .mark(new MarkWords("AI", "MODIFIED", true), new MarkShape(MarkShape.Corner.TOP_RIGHT, 6, 0));
        } catch (BurnException refused) {
            if (String.valueOf(refused.getMessage()).isBlank()) {
                throw new AssertionError("a refusal without a reason", refused);
            }
        } finally {
            Files.deleteIfExists(source);
            Files.deleteIfExists(target);
        }
    }

    @FuzzTest(maxDuration = TIME)
    void dash(byte[] data) throws IOException {
        stream("stream.mpd", data);
    }

    @FuzzTest(maxDuration = TIME)
    void hls(byte[] data) throws IOException {
        stream("list.m3u8", data);
    }

    private static void stream(String name, byte[] data) throws IOException {
        Path folder = Files.createTempDirectory("estampille");
        Path manifest = folder.resolve(name);
        try {
            Files.write(manifest, data);
            StreamReader.Found found = new StreamReader(LIMITS).at(manifest);
            for (Path file : found.files()) {
                if (!file.startsWith(folder)) {
                    throw new IllegalStateException("outside of the folder: " + file);
                }
            }
        } finally {
            Files.deleteIfExists(manifest);
            Files.delete(folder);
        }
    }

    @FuzzTest(maxDuration = TIME)
    void live(byte[] data) throws IOException {
        attack(data, octets -> {
            OctetsSource source = new OctetsSource(octets);
            BmffFile file = BmffFile.read(source, LIMITS);
            ProducerTime.in(source, file, LIMITS);
            for (EventMessage message : EventMessage.in(source, file, SegmentInfo.SCHEME, LIMITS)) {
                SegmentInfo info = SegmentInfo.read(message, LIMITS);
                info.claimedTime();
                SegmentHash.read(info.bmffHash(), SegmentInfo.SCHEME, Optional.of("sha256"), LIMITS)
                        .compare(source, file, CryptoEngine.platform(), LIMITS);
            }
        });
        attack(data, octets -> LiveSegment.read(CborReader.read(octets, LIMITS)));
        attack(
                data,
                octets -> SessionKey.read(CborReader.read(octets, LIMITS), LIMITS)
                        .forEach(key -> {
                            key.isValidAt(TestCertificates.NOON);
                            key.isBoundTo(octets, CryptoEngine.platform());
                        }));
    }

    @FuzzTest(maxDuration = TIME)
    void verifier(byte[] data) throws IOException {
        Path file = Files.createTempFile("estampille", ".media");
        try {
            Files.write(file, data);
            VerificationReport report =
                    new Verifier(Contexts.trusting(TrustAnchors.empty(), TestCertificates.NOON)).verify(file, "asset");
            new JsonReport().line(report);
            new TextReport(Language.ENGLISH).line(report);
            if (report.validation().isPresent()) {
                new TextReport(Language.ENGLISH).card(report);
            }
        } finally {
            Files.delete(file);
        }
    }
}
