package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.bytes.SmallFile;
import org.estampille.cawg.DidDocuments;
import org.estampille.cawg.IdentityTrust;
import org.estampille.trust.TrustAnchors;
import picocli.CommandLine.Option;

/** The options that say whom to trust to vouch for named actors (CAWG identity assertions). */
final class IdentityOptions {

    private static final int LARGEST_DOCUMENT = 1 << 20;

    @Option(
            names = "--cawg-trust",
            paramLabel = "PEM",
            description = "Certificates trusted for identities, of authorities or of named actors; several times.")
    private List<Path> anchors = new ArrayList<>();

    @Option(
            names = "--cawg-issuer",
            paramLabel = "DID",
            description = "An identity claims aggregator to trust; may be given several times.")
    private Set<String> issuers = new LinkedHashSet<>();

    @Option(
            names = "--did-document",
            paramLabel = "FILE",
            description = "The document of a did:web issuer, which is never fetched; may be given several times.")
    private List<Path> documents = new ArrayList<>();

    /** Whom to trust for identities: those named here, and {@code imported} ones. */
    IdentityTrust trust(Path directory, TrustAnchors imported) throws CommandFailure {
        return new IdentityTrust(
                TrustOptions.read(directory, anchors, "--cawg-trust").merge(imported), issuers, documents(directory));
    }

    private DidDocuments documents(Path directory) throws CommandFailure {
        if (documents.isEmpty()) {
            return DidDocuments.none();
        }
        List<Octets> contents = new ArrayList<>();
        for (Path file : documents) {
            NamedFile.require("--did-document", file, "a DID document in JSON", directory);
            Octets content = content(directory.resolve(file));
            check(file, content);
            contents.add(content);
        }
        try {
            return DidDocuments.of(contents, ReadLimits.standard());
        } catch (MalformedContentException e) {
            throw new CommandFailure(ExitCode.USAGE, "The DID documents cannot be used: " + e.problem() + ".");
        }
    }

    /** Each by itself, so that the message can name the one that is wrong. */
    private static void check(Path file, Octets content) throws CommandFailure {
        try {
            DidDocuments.of(List.of(content), ReadLimits.standard());
        } catch (MalformedContentException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--did-document " + file + " is no DID document in JSON: " + e.problem()
                            + "; name the did.json of the issuer.");
        }
    }

    private static Octets content(Path file) throws CommandFailure {
        try {
            Octets octets = SmallFile.start(file, LARGEST_DOCUMENT + 1);
            if (octets.length() > LARGEST_DOCUMENT) {
                throw new CommandFailure(ExitCode.USAGE, file + " is too large for a DID document.");
            }
            return octets;
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.IO, "--did-document " + file + " cannot be read: " + CommandLineRunner.sentence(e));
        }
    }
}
