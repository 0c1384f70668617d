package org.estampille.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.estampille.SharedCorpus;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.extract.Extraction;
import org.estampille.extract.ManifestStoreExtractor;
import org.estampille.jumbf.JumbfReader;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.ManifestStoreReader;
import org.estampille.report.VerificationReport;
import org.estampille.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose active manifest is an update manifest: in the store of the standard one, or in a BMFF box of its own. */
class UpdatedStoreTest {

    private static final ReadLimits LIMITS = ReadLimits.standard();
    private static final Octets UUID = Octets.ofHex("d8fec3d61b0e483c92975828877ec481");
    private static final String UPDATE = "urn:c2pa:update";

    @TempDir
    Path folder;

    private static ContainerMap map(Octets file, AssetFormat format) throws Exception {
        return Containers.of(format).map(new Asset("a", new OctetsSource(file), format), LIMITS);
    }

    /** The file with its store named {@code original} and an update box at its end. */
    private static Octets updated(Octets file, JumbfType type) throws Exception {
        ContainerMap map = map(file, AssetFormat.MP4);
        SuperBox original = JumbfReader.read(map.stores().get(0).store(), LIMITS);
        List<SuperBox> manifests = original.superBoxes();
        SuperBox ingredient = UnsignedStores.parent(manifests.get(manifests.size() - 1));
        SuperBox update = UnsignedStores.manifest(type, UPDATE, List.of(ingredient), List.of(ingredient), List.of());
        Octets store = UnsignedStores.storeBox(update).octets();
        ByteRange box = map.stores().get(0).extent();
        int purpose =
                file.indexOf(Octets.ofAscii("manifest\0"), (int) box.start()).orElseThrow();
        Octets content =
                Octets.concat(Octets.ofAscii("uuid"), UUID, Octets.zeros(4), Octets.ofAscii("update\0"), store);
        return Octets.concat(
                file.slice(0, purpose),
                Octets.ofAscii("original\0"),
                file.from(purpose + 9),
                Octets.u32be(content.length() + 4),
                content);
    }

    private static ValidationResult validate(Octets file) throws Exception {
        Asset asset = new Asset("a", new OctetsSource(file), AssetFormat.MP4);
        ContainerMap map = map(file, AssetFormat.MP4);
        Extraction found = new ManifestStoreExtractor(LIMITS).extract(asset, map, java.util.Optional.empty());
        assertThat(found).isInstanceOf(Extraction.Embedded.class);
        Extraction.Embedded embedded = (Extraction.Embedded) found;
        ManifestStore store = new ManifestStoreReader(LIMITS).read(embedded.stores());
        return new Validator(UnsignedStores.CONTEXT).validate(store, asset, map, embedded.places());
    }

    private static Set<StatusCode> codes(ValidationResult result) {
        return result.active().findings().stream().map(Finding::code).collect(Collectors.toSet());
    }

    @Test
    void the_manifest_in_the_update_box_is_active_and_the_binding_that_of_its_parent() throws Exception {
        ValidationResult result =
                validate(updated(SharedCorpus.octets("peer-signed/edit.mp4"), JumbfType.UPDATE_MANIFEST));
        assertThat(result.active().manifest().label()).isEqualTo(UPDATE);
        assertThat(codes(result))
                .contains(StatusCode.ASSERTION_BMFF_HASH_MATCH, StatusCode.INGREDIENT_MANIFEST_VALIDATED)
                .doesNotContain(StatusCode.MANIFEST_UPDATE_WRONG_PARENTS, StatusCode.MANIFEST_UPDATE_INVALID);
    }

    @Test
    void an_update_does_not_hide_changed_media() throws Exception {
        Octets file = updated(SharedCorpus.octets("peer-signed/edit.mp4"), JumbfType.UPDATE_MANIFEST);
        byte[] bytes = file.toByteArray();
        int media = file.indexOf(Octets.ofAscii("mdat"), 0).orElseThrow();
        bytes[media + 100] ^= 1;
        assertThat(codes(validate(Octets.adopt(bytes)))).contains(StatusCode.ASSERTION_BMFF_HASH_MISMATCH);
    }

    @Test
    void the_update_box_holds_update_manifests_only() throws Exception {
        Octets file = updated(SharedCorpus.octets("peer-signed/edit.mp4"), JumbfType.STANDARD_MANIFEST);
        assertThat(codes(validate(file))).contains(StatusCode.MANIFEST_UPDATE_INVALID);
    }

    @Test
    void the_exclusion_of_a_data_hash_grows_with_the_store() throws IOException {
        VerificationReport report =
                new Verifier(UnsignedStores.CONTEXT).verify(SharedCorpus.file("c2pa-rs/update_manifest.jpg"), "a.jpg");
        assertThat(codes(report.validation().orElseThrow())).contains(StatusCode.ASSERTION_DATA_HASH_MATCH);
    }

    @Test
    void a_collection_is_found_beside_its_store() throws Exception {
        Files.writeString(folder.resolve("one.txt"), "one");
        Files.createDirectory(folder.resolve("more"));
        Files.writeString(folder.resolve("more/two.txt"), "two");
        Files.write(folder.resolve("all.c2pa"), collection("one.txt", "more/two.txt"));
        assertThat(codes(verifyCollection())).contains(StatusCode.ASSERTION_COLLECTION_HASH_MATCH);
        Files.writeString(folder.resolve("more/two.txt"), "owt");
        assertThat(codes(verifyCollection())).contains(StatusCode.ASSERTION_COLLECTION_HASH_MISMATCH);
        Files.delete(folder.resolve("more/two.txt"));
        assertThat(codes(verifyCollection())).contains(StatusCode.ASSERTION_COLLECTION_HASH_INCORRECT_FILE_COUNT);
        Files.write(folder.resolve("all.c2pa"), collection("../one.txt"));
        assertThat(codes(verifyCollection())).contains(StatusCode.ASSERTION_COLLECTION_HASH_INVALID_URI);
    }

    @Test
    void a_link_that_leads_out_of_the_folder_is_no_member() throws Exception {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.writeString(folder.resolve("one.txt"), "one");
        Files.createSymbolicLink(inside.resolve("one.txt"), folder.resolve("one.txt"));
        Files.write(inside.resolve("all.c2pa"), collection("one.txt"));
        VerificationReport report = new Verifier(UnsignedStores.CONTEXT).verify(inside.resolve("all.c2pa"), "all.c2pa");
        assertThat(codes(report.validation().orElseThrow()))
                .contains(StatusCode.ASSERTION_COLLECTION_HASH_INCORRECT_FILE_COUNT);
    }

    private ValidationResult verifyCollection() {
        return new Verifier(UnsignedStores.CONTEXT)
                .verify(folder.resolve("all.c2pa"), "all.c2pa")
                .validation()
                .orElseThrow();
    }

    /** A store bound to files that hold what the last part of their name without suffix says. */
    private static byte[] collection(String... uris) {
        List<CborValue> members = new java.util.ArrayList<>();
        for (String uri : uris) {
            String word = uri.substring(uri.lastIndexOf('/') + 1, uri.length() - 4);
            members.add(CborValue.map()
                    .put("uri", uri)
                    .put(
                            "hash",
                            org.estampille.crypto.CryptoEngine.platform()
                                    .hash(org.estampille.bytes.HashAlgorithm.SHA256, Octets.ofAscii(word))
                                    .value())
                    .build());
        }
        SuperBox hash = UnsignedStores.assertion(
                "c2pa.hash.collection.data",
                CborValue.map()
                        .put("uris", CborValue.array(members))
                        .put("alg", "sha256")
                        .build());
        SuperBox manifest = UnsignedStores.manifest(
                JumbfType.STANDARD_MANIFEST, "urn:c2pa:all", List.of(hash), List.of(hash), List.of());
        return UnsignedStores.storeBox(manifest).octets().toByteArray();
    }
}
