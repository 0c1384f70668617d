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
import org.estampille.policy.HouseRoles;
import org.estampille.policy.KnownNames;
import org.estampille.policy.ParameterValues;
import org.estampille.policy.ProfileReader;
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
            House house = ProfileReader.house(SmallFile.text(path, LARGEST));
            requireKnown(house, file);
            requireValues(house, file);
            return house;
        } catch (CharacterCodingException e) {
            throw new CommandFailure(ExitCode.USAGE, file + " is not UTF-8 text, so it is no house file.");
        } catch (MalformedContentException e) {
            boolean limit = e instanceof LimitExceededException;
            throw new CommandFailure(
                    limit ? ExitCode.INDETERMINATE : ExitCode.USAGE,
                    file + ": " + e.problem() + "; nothing was judged.");
        }
    }

    /** A name with a slip in it would change nothing, and nobody would notice. */
    private static void requireKnown(House house, Path file) throws CommandFailure {
        for (KnownNames.Stranger unknown : KnownNames.of(house).unknownIn(house)) {
            String place = unknown.waiver()
                    .map(number -> "waiver " + number + ": ")
                    .orElse(unknown.group().word() + ": ");
            throw new CommandFailure(
                    ExitCode.USAGE,
                    file + ": " + place + "there is no '" + SafeText.line(unknown.name()) + "'; there are "
                            + String.join(", ", likely(unknown)) + "; nothing was judged.");
        }
    }

    private static void requireValues(House house, Path file) throws CommandFailure {
        for (ParameterValues.Fault fault : ParameterValues.faultsIn(house)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    file + ": parameters: " + fault.name() + " wants " + fault.wanted() + ", not "
                            + SafeText.line(fault.written()) + "; nothing was judged.");
        }
    }

    /** Of many rules, those whose names begin alike, if any do. */
    private static List<String> likely(KnownNames.Stranger unknown) {
        int dash = unknown.name().indexOf('-');
        List<String> alike = unknown.known().stream()
                .filter(name ->
                        dash > 0 && name.regionMatches(true, 0, unknown.name(), 0, Math.min(dash + 1, name.length())))
                .toList();
        return alike.isEmpty() ? unknown.known() : alike;
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
