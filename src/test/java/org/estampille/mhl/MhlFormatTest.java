package org.estampille.mhl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.estampille.bytes.Octets;
import org.junit.jupiter.api.Test;

class MhlFormatTest {

    private static String hash(MhlFormat format, String text) {
        return format.text(Octets.adopt(format.digest().digest(text.getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void xxh64_is_that_of_the_reference_implementation() {
        assertThat(hash(MhlFormat.XXH64, "")).isEqualTo("ef46db3751d8e999");
        assertThat(hash(MhlFormat.XXH64, "abc")).isEqualTo("44bc2cf5ad770999");
        assertThat(hash(MhlFormat.XXH64, "Nobody inspects the spammish repetition"))
                .isEqualTo("fbcea83c8a378bf1");
    }

    @Test
    void c4_is_that_of_the_reference_implementation() {
        assertThat(hash(MhlFormat.C4, ""))
                .isEqualTo(
                        "c459dsjfscH38cYeXXYogktxf4Cd9ibshE3BHUo6a58hBXmRQdZrAkZzsWcbWtDg5oQstpDuni4Hirj75GEmTc1sFT");
    }

    @Test
    void pieces_give_the_hash_of_the_whole() {
        byte[] text = "Nobody inspects the spammish repetition, twice over and at some length"
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = MhlFormat.XXH64.digest().digest(text);
        for (int cut = 0; cut <= text.length; cut++) {
            MessageDigest digest = MhlFormat.XXH64.digest();
            digest.update(ByteBuffer.wrap(text, 0, cut));
            digest.update(ByteBuffer.wrap(text, cut, text.length - cut).asReadOnlyBuffer());
            assertThat(digest.digest()).as("cut at %d", cut).isEqualTo(whole);
        }
    }
}
