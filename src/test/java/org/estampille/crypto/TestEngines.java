package org.estampille.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.util.List;
import java.util.Optional;

/** The engines whose results must agree: the platform, and the fast provider where it runs. */
public final class TestEngines {

    private static final Optional<Provider> FAST = load();

    private TestEngines() {}

    public static List<CryptoEngine> all() {
        return FAST.map(fast -> List.of(CryptoEngine.platform(), CryptoEngine.preferring(fast)))
                .orElse(List.of(CryptoEngine.platform()));
    }

    public static Optional<Provider> fast() {
        return FAST;
    }

    /** Copies the provider's jar from the tests' class path to where it would be installed. */
    private static Optional<Provider> load() {
        try {
            Class<?> type = Class.forName(
                    "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider",
                    false,
                    TestEngines.class.getClassLoader());
            Path jar = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path folder = Files.createTempDirectory("estampille-lib");
            folder.toFile().deleteOnExit(); // what is registered first is deleted last, when the folder is empty
            Path installed =
                    folder.resolve(FastProvider.fileName(System.getProperty("os.name"), System.getProperty("os.arch")));
            Files.copy(jar, installed);
            installed.toFile().deleteOnExit();
            return FastProvider.load(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException | URISyntaxException e) {
            return Optional.empty();
        }
    }
}
