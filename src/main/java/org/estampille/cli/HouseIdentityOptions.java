package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.crypto.CryptoEngine;
import org.estampille.sign.ClaimSigner;
import org.estampille.sign.KeyFiles;
import org.estampille.sign.MissingPassphraseException;
import org.estampille.sign.SigningException;
import org.estampille.sign.Suitability;
import org.estampille.tag.HouseIdentity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say who stands behind the statements beside the signer. */
final class HouseIdentityOptions {

    @Option(
            names = "--identity-key",
            paramLabel = "KEY",
            description = "Key of the house that stands behind the statements: adds a CAWG identity assertion.")
    private @Nullable Path key;

    @Option(names = "--identity-cert", paramLabel = "CERT", description = "Its certificates as PEM, leaf first.")
    private @Nullable Path cert;

    @Option(
            names = "--identity-role",
            paramLabel = "ROLE",
            description =
                    "What the house was for the file: creator, contributor, editor, producer, publisher, sponsor, translator.")
    private List<String> roles = new ArrayList<>();

    /** The identity; empty when none is asked for. */
    Optional<HouseIdentity> identity(Surroundings surroundings, CryptoEngine engine)
            throws CommandFailure, IOException {
        if (key == null) {
            if (cert != null || !roles.isEmpty()) {
                throw new CommandFailure(
                        ExitCode.USAGE, "--identity-cert and --identity-role need --identity-key as well.");
            }
            return Optional.empty();
        }
        try {
            ClaimSigner signer = KeyFiles.load(
                    surroundings.directory().resolve(key),
                    Optional.ofNullable(cert)
                            .map(path -> surroundings.directory().resolve(path)),
                    () -> Optional.ofNullable(surroundings.environment().get("ESTAMPILLE_IDENTITY_PASSPHRASE"))
                            .map(String::toCharArray)
                            .orElse(new char[0]),
                    engine);
            Suitability.require(signer, surroundings.clock().instant());
            SigningOptions.warn(cert == null ? key : cert, signer, surroundings);
            return Optional.of(new HouseIdentity(
                    signer, roles.stream().map(HouseIdentityOptions::role).toList()));
        } catch (SigningException e) {
            String way = e instanceof MissingPassphraseException ? "; give it in ESTAMPILLE_IDENTITY_PASSPHRASE" : "";
            throw new CommandFailure(ExitCode.CANNOT_SIGN, key + ": " + e.getMessage() + way + ".");
        }
    }

    /** The bare words of the specification have its prefix; a role of one's own has a dot. */
    private static String role(String word) {
        return word.contains(".") ? word : "cawg." + word;
    }
}
