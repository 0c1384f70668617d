package org.estampille.bind;

import static org.assertj.core.api.Assertions.assertThat;

import org.estampille.asset.AssetFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedFilesTest {

    @ParameterizedTest
    @CsvSource({
        "peer-signed/faststart-ps512.mp4,MP4,true",
        "peer-signed/edit.mp4,MP4,true",
        "peer-signed/merkle.mp4,MP4,true",
        "peer-signed/fragmented-ed25519.mp4,MP4,true",
        "peer-signed/prores-es384.mov,MOV,true",
        "peer-signed/sample1-ps256.avif,AVIF,true",
        "c2pa-rs/video1.mp4,MP4,true",
        "cawg/generated/identity-1.2/assets/x509-es256-mp4.mp4,MP4,true",
        "peer-signed/alg-ed25519.jpg,JPEG,false",
        "peer-signed/alg-es256.jpg,JPEG,false",
        "peer-signed/edit.jpg,JPEG,false",
        "peer-signed/png16-es256.png,PNG,false",
        "peer-signed/sample1-ed25519.webp,WEBP,false",
        "peer-signed/bwf-es512.wav,WAV,false",
        "peer-signed/test-es256.avi,AVI,false",
        "c2pa-rs/C.jpg,JPEG,false",
        "c2pa-rs/CA.jpg,JPEG,false",
        "c2pa-rs/CACA.jpg,JPEG,false",
        "c2pa-rs/ocsp.jpg,JPEG,false",
        "c2pa-rs/legacy_ingredient_hash.jpg,JPEG,false",
        "public-testfiles/adobe-20220124-CAICA.jpg,JPEG,false",
        "public-testfiles/adobe-20220124-CII.jpg,JPEG,false",
    })
    void a_file_of_another_maker_matches_its_binding(String path, AssetFormat format, boolean additional)
            throws Exception {
        try (SignedFile file = SignedFile.open(path, format)) {
            assertThat(file.check()).isEqualTo(new BindingOutcome.Match(additional));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "c2pa-rs/XCA.jpg,JPEG",
        "public-testfiles/adobe-20220124-XCA.jpg,JPEG",
        "public-testfiles/adobe-20220124-E-dat-CA.jpg,JPEG",
        "c2pa-rs/dashinit.mp4,MP4",
    })
    void a_file_that_was_changed_or_is_not_whole_does_not(String path, AssetFormat format) throws Exception {
        try (SignedFile file = SignedFile.open(path, format)) {
            assertThat(file.check()).isInstanceOf(BindingOutcome.Mismatch.class);
        }
    }

    /** One exclusion from the start of the file over Exif and store: C2PA 2.5 clause 14.12.1 forbids it, older readers did not mind. */
    @Test
    void an_exclusion_that_holds_more_than_the_store_is_refused_although_the_hash_fits() throws Exception {
        try (SignedFile file = SignedFile.open("public-testfiles/truepic-20230212-camera.jpg", AssetFormat.JPEG)) {
            assertThat(file.check()).isInstanceOf(BindingOutcome.Mismatch.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"c2pa-rs/legacy.mp4,MP4"})
    void bindings_that_are_not_read_here_are_called_so(String path, AssetFormat format) throws Exception {
        try (SignedFile file = SignedFile.open(path, format)) {
            assertThat(file.check()).isEqualTo(new BindingOutcome.UnsupportedBinding(file.label()));
        }
    }
}
