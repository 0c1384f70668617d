package org.estampille.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.SmallFile;
import org.estampille.formula.JsonArray;
import org.estampille.policy.House;
import org.estampille.policy.HouseReader;
import org.estampille.policy.HouseRoles;
import org.estampille.report.SafeText;

/** The file with rules, answers and waivers of the house. */
final class HouseFile {

    private static final int LARGEST = 4 << 20;

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
            return HouseReader.read(SmallFile.text(path, LARGEST));
        } catch (CharacterCodingException e) {
            throw new CommandFailure(ExitCode.USAGE, file + " is not UTF-8 text, so it is no house file.");
        } catch (MalformedContentException e) {
            boolean limit = e instanceof LimitExceededException;
            throw new CommandFailure(
                    limit ? ExitCode.INDETERMINATE : ExitCode.USAGE,
                    file + ": " + SafeText.line(e.problem()) + "; nothing was judged.");
        }
    }

    /** The house with the roles that the command line names. */
    static House answering(House house, List<String> roles) throws CommandFailure {
        Optional<String> fault = roles.isEmpty() ? Optional.empty() : HouseRoles.fault(roles);
        if (fault.isPresent()) {
            throw new CommandFailure(ExitCode.USAGE, "--role " + fault.get() + ".");
        }
        return roles.isEmpty() ? house : house.answering("roles", JsonArray.ofTexts(roles));
    }
}
