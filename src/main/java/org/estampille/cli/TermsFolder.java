package org.estampille.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.bytes.SmallFile;
import org.estampille.revocation.AddressRule;
import org.estampille.terms.CaptureStanding;
import org.estampille.terms.HouseCatalogue;
import org.estampille.terms.TermsCapture;
import org.estampille.terms.TermsCatalogue;
import org.estampille.terms.TermsPages;
import org.estampille.terms.TermsProblem;
import org.estampille.verify.HttpRemoteStores;
import org.estampille.verify.RemoteStores;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which house catalogue a command works on. */
final class TermsFolder {

    private static final Duration FETCHING_TIME = Duration.ofSeconds(20);

    @Option(
            names = "--catalogue",
            paramLabel = "DIR",
            description = "The house catalogue; default: 'terms' in your folder of settings.")
    private @Nullable Path folder;

    HouseCatalogue house(Surroundings surroundings) {
        return new HouseCatalogue(
                folder == null
                        ? KeysCommand.settings(surroundings.environment()).resolve("terms")
                        : surroundings.directory().resolve(folder));
    }

    /** A folder somebody named is there, or its name is mistyped; nothing archived would look as if nothing were wrong. */
    void requireThere(Surroundings surroundings) throws CommandFailure {
        if (folder != null && !Files.isDirectory(surroundings.directory().resolve(folder))) {
            throw new CommandFailure(
                    ExitCode.IO,
                    "--catalogue " + folder + ": no such folder; 'estampille terms capture' and 'terms add' make one.");
        }
    }

    /** The bundled catalogue with the rows of the house. */
    TermsCatalogue catalogue(Surroundings surroundings) throws CommandFailure {
        try {
            return TermsCatalogue.bundled().with(house(surroundings).rows());
        } catch (HouseCatalogue.FaultyFileException e) {
            throw unusable(e, surroundings);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.IO, "The house catalogue cannot be read: " + CommandLineRunner.sentence(e));
        }
    }

    List<TermsCapture> captures(Surroundings surroundings) throws CommandFailure, IOException {
        try {
            return house(surroundings).captures();
        } catch (HouseCatalogue.FaultyFileException e) {
            throw unusable(e, surroundings);
        }
    }

    /** How every capture stands on a day, or now. */
    List<CaptureStanding> standings(Optional<LocalDate> day, boolean network, Surroundings surroundings)
            throws CommandFailure, IOException {
        Instant at =
                day.map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant()).orElseGet(surroundings.clock()::instant);
        Optional<TermsPages> pages = network ? Optional.of(pages()) : Optional.empty();
        try {
            return house(surroundings).standings(at, catalogue(surroundings), pages, ReadLimits.standard());
        } catch (HouseCatalogue.FaultyFileException e) {
            throw unusable(e, surroundings);
        }
    }

    /** Pages of public hosts only. */
    static TermsPages pages() {
        HttpRemoteStores http = new HttpRemoteStores(
                AddressRule.publicOnly(), FETCHING_TIME, ReadLimits.standard().buffer());
        return address -> page(http, address);
    }

    /** Only what the host or the system of names says is gone is gone; everything else is a failure to ask. */
    static Octets page(RemoteStores http, URI address) throws IOException {
        try {
            return http.fetch(address);
        } catch (HttpRemoteStores.StatusException e) {
            boolean gone = e.status() == HttpURLConnection.HTTP_NOT_FOUND || e.status() == HttpURLConnection.HTTP_GONE;
            String told = "HTTP status " + e.status();
            throw gone ? new TermsPages.GoneException(told, e) : new IOException(told, e);
        } catch (UnknownHostException e) {
            throw new TermsPages.GoneException("no host of the name " + address.getHost(), e);
        }
    }

    /** A faulty record stops the command: leaving it out would look as if all were well. */
    static CommandFailure unusable(HouseCatalogue.FaultyFileException e, Surroundings surroundings) {
        for (TermsProblem problem : e.problems()) {
            surroundings.err().println(TermsWords.line(e.file(), problem));
        }
        return new CommandFailure(
                ExitCode.USAGE, e.file() + " in the house catalogue is unusable; mend it or remove it.");
    }

    /** A file, at most {@code most} octets and one more, which tells that it is too large. */
    static Octets read(Path file, int most, Surroundings surroundings) throws IOException {
        return SmallFile.start(surroundings.directory().resolve(file), most + 1);
    }
}
