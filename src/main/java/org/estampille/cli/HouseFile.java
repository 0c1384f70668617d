package org.estampille.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.SmallFile;
import org.estampille.formula.JsonArray;
import org.estampille.policy.House;
import org.estampille.policy.ProfileReader;

/** The file with rules, answers and waivers of the house. */
final class HouseFile {

    private static final int LARGEST = 4 << 20;
    private static final List<String> ROLES =
            List.of("provider", "deployer", "importer", "distributor_of_system", "platform", "none");

    private HouseFile() {}

    /** Whether a name of a policy is that of a file. */
    static boolean isFile(String name, Surroundings surroundings) {
        try {
            return Files.isRegularFile(surroundings.directory().resolve(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    static House read(Path file, Surroundings surroundings) throws CommandFailure, IOException {
        Path path = surroundings.directory().resolve(file);
        if (Files.size(path) > LARGEST) {
            throw new CommandFailure(ExitCode.INDETERMINATE, file + " is larger than 4 MiB; that is no house file.");
        }
        try {
            return ProfileReader.house(SmallFile.text(path, LARGEST));
        } catch (CharacterCodingException e) {
            throw new CommandFailure(ExitCode.USAGE, file + " is not UTF-8 text, so it is no house file.");
        } catch (MalformedContentException e) {
            boolean limit = e instanceof LimitExceededException;
            throw new CommandFailure(
                    limit ? ExitCode.INDETERMINATE : ExitCode.USAGE,
                    file + ": " + e.problem() + "; nothing was judged.");
        }
    }

    /** The house with the roles that the command line names. */
    static House answering(House house, List<String> roles) throws CommandFailure {
        for (String role : roles) {
            if (!ROLES.contains(role)) {
                throw new CommandFailure(
                        ExitCode.USAGE, "--role wants one of " + String.join(", ", ROLES) + ", not " + role + ".");
            }
        }
        return roles.isEmpty() ? house : house.answering("roles", JsonArray.ofTexts(roles));
    }
}
