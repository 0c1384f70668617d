package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.estampille.bytes.Octets;
import org.estampille.fixtures.StoreWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Files of a format that is read and not written, with a manifest inside that another program signed. */
abstract class SignedElsewhere {

    private final String name;
    private final String match;

    @TempDir
    Path folder;

    Terminal terminal;
    StoreWriter writer;

    /**
     * @param name of the file that is verified
     * @param match the code of a binding that holds
     */
    SignedElsewhere(String name, String match) {
        this.name = name;
        this.match = match;
    }

    @BeforeEach
    void open() throws IOException {
        terminal = OwnFiles.in(folder);
        writer = new StoreWriter(folder.resolve("keys"));
    }

    /** The JSON report. */
    String verify(Octets file) throws IOException {
        Files.write(folder.resolve(name), file.toByteArray());
        terminal.run("verify", name, "--trust", "keys/root.pem", "--json");
        return terminal.out();
    }

    void assertTrusted(Octets file) throws IOException {
        assertThat(verify(file))
                .contains("\"state\":\"trusted\"", "\"source\":\"embedded\"", match)
                .doesNotContain("additionalExclusions");
    }
}
