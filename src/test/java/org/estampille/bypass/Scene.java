package org.estampille.bypass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.cli.Terminal;
import org.estampille.container.Containers;
import org.estampille.container.EmbeddedStore;
import org.estampille.crypto.CryptoEngine;
import org.estampille.detect.AssetDetector;
import org.estampille.detect.Detection;
import org.estampille.sign.ClaimSigner;
import org.estampille.sign.KeyFiles;
import org.estampille.sign.SigningException;
import org.estampille.trust.TestCertificates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A folder with a key, a trusted root and signed media, where attacks are mounted and judged by the command line. */
final class Scene {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Terminal terminal;

    Scene(Path folder) throws IOException {
        this.folder = folder;
        this.terminal = new Terminal(folder, TestCertificates.NOON);
        run("keys", "demo", "--out", "keys");
        run("declare", "example");
        write("decl.yaml", Octets.ofUtf8(terminal.out()));
    }

    /** What {@code verify} said of a file. */
    record Verdict(int exit, JsonNode report) {

        String state() {
            return report.get("state").asString();
        }

        String error() {
            return report.get("error").asString();
        }

        List<String> failures() {
            return codes("failure");
        }

        List<String> informational() {
            return codes("informational");
        }

        private List<String> codes(String kind) {
            List<String> codes = new ArrayList<>();
            report.get("status")
                    .get(kind)
                    .forEach(finding -> codes.add(finding.get("code").asString()));
            return codes;
        }

        /** The file is rejected for that reason. */
        void isRejectedFor(String code) {
            assertThat(failures()).as(report.toString()).contains(code);
            assertThat(state()).isEqualTo("invalid");
            assertThat(exit).isEqualTo(1);
        }

        /** Everything the standard asks for holds, yet a person is asked to look because of {@code code}. */
        void asksForReviewBecauseOf(String code) {
            assertThat(informational()).as(report.toString()).contains(code);
            assertThat(state()).as(report.toString()).isEqualTo("trusted");
            assertThat(exit).isEqualTo(4);
        }
    }

    void run(String... arguments) {
        assertThat(terminal.run(arguments)).as(terminal.err()).isZero();
    }

    /** What a command printed, whatever its exit code. */
    String output(String... arguments) {
        terminal.run(arguments);
        return terminal.out();
    }

    /** Removes an imported list. */
    void forget(String list) throws IOException {
        Files.delete(folder.resolve("config/estampille/trust").resolve(list + ".trust"));
    }

    /** A sample file without a manifest. */
    Octets media(String name) throws IOException {
        try (InputStream in = Scene.class.getResourceAsStream("/org/estampille/demo/" + name)) {
            return Octets.adopt(in.readAllBytes());
        }
    }

    /** A sample file with a manifest inside. */
    Octets tagged(String name) throws IOException {
        return tagged(name, media(name));
    }

    Octets tagged(String name, Octets media) throws IOException {
        write(name, media);
        tag(name, "--in-place");
        return read(name);
    }

    /** The manifest store of {@code media}, kept beside it. */
    Octets detached(String name, Octets media) throws IOException {
        write(name, media);
        tag(name, "--sidecar", "--force");
        Octets store = read(sidecar(name));
        Files.delete(folder.resolve(sidecar(name)));
        return store;
    }

    void tag(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("tag", "--declare", "decl.yaml", "--key", "keys/leaf.key.pem", "--cert", "keys/chain.pem"));
        arguments.addAll(List.of(more));
        run(arguments.toArray(String[]::new));
    }

    /** The file name where a manifest store beside the file is looked for. */
    static String sidecar(String name) {
        return name + ".c2pa";
    }

    void write(String name, Octets octets) throws IOException {
        Files.write(folder.resolve(name), octets.toByteArray());
    }

    Octets read(String name) throws IOException {
        return Octets.adopt(Files.readAllBytes(folder.resolve(name)));
    }

    /** The verdict on {@code media}. */
    Verdict verify(String name, Octets media) throws IOException {
        write(name, media);
        return verify(name, "keys/root.pem");
    }

    /** The verdict on {@code media} with a manifest store beside it. */
    Verdict verify(String name, Octets media, Octets store) throws IOException {
        write(sidecar(name), store);
        try {
            return verify(name, media);
        } finally {
            Files.delete(folder.resolve(sidecar(name)));
        }
    }

    Verdict verify(String name, String anchors, String... more) {
        List<String> arguments = new ArrayList<>(List.of("verify", name, "--trust", anchors, "--json"));
        arguments.addAll(List.of(more));
        int exit = terminal.run(arguments.toArray(String[]::new));
        return new Verdict(exit, JSON.readTree(terminal.out()));
    }

    /** What {@code verify} tells a person about a file that was written before. */
    String words(String name) {
        terminal.run("verify", name, "--trust", "keys/root.pem");
        return terminal.out();
    }

    /** The key that signed everything here. */
    ClaimSigner signer() throws IOException, SigningException {
        return KeyFiles.load(
                folder.resolve("keys/leaf.key.pem"),
                Optional.of(folder.resolve("keys/chain.pem")),
                () -> new char[0],
                CryptoEngine.platform());
    }

    /** The one store inside {@code media}. */
    static EmbeddedStore place(Octets media) throws IOException, MalformedContentException {
        OctetsSource source = new OctetsSource(media);
        Detection.Detected detected = (Detection.Detected) AssetDetector.detect(source);
        Asset asset = new Asset("asset", source, detected.format());
        List<EmbeddedStore> stores = Containers.of(detected.format())
                .map(asset, ReadLimits.standard())
                .stores();
        assertThat(stores).hasSize(1);
        return stores.get(0);
    }
}
