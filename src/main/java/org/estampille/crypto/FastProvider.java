package org.estampille.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.util.Locale;
import java.util.Optional;

/**
 * The Amazon Corretto Crypto Provider, loaded at run time from a jar beside the program. It checks ES256 signatures some twenty
 * times as fast as the platform and takes its time to start, so it is for batches. It is never registered.
 */
public final class FastProvider {

    private static final String CLASS = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final String LIBRARY = "amazonCorrettoCryptoProvider";

    private FastProvider() {}

    /**
     * Loads {@code accp-OS-ARCHITECTURE.jar} of {@code libDirectory}, and the native library from the folder of the same name beside it if
     * the build has unpacked it there.
     *
     * @return empty where there is no such jar, or it does not work on this machine
     */
    public static Optional<Provider> load(Path libDirectory) {
        Path jar = libDirectory.resolve(fileName(System.getProperty("os.name", ""), System.getProperty("os.arch", "")));
        if (!Files.isRegularFile(jar)) {
            return Optional.empty();
        }
        try {
            return load(NativeJar.open(jar));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** {@code linux-x86_64}, {@code linux-aarch_64} and {@code osx-aarch_64} exist. */
    static String fileName(String system, String architecture) {
        String os = system.toLowerCase(Locale.ROOT).startsWith("mac")
                ? "osx"
                : system.toLowerCase(Locale.ROOT).replace(' ', '_');
        String arch = switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "aarch_64";
            default -> architecture.toLowerCase(Locale.ROOT);
        };
        return "accp-" + os + "-" + arch + ".jar";
    }

    private static Optional<Provider> load(NativeJar loader) throws IOException {
        if (loader.findLibrary(LIBRARY) != null) {
            // Its own way is to unpack ten mebibytes into a temporary folder at every start.
            System.setProperty("com.amazon.corretto.crypto.provider.useExternalLib", "true");
        }
        try {
            Class<?> type = Class.forName(CLASS, true, loader);
            Object instance = type.getField("INSTANCE").get(null);
            Object error = type.getMethod("getLoadingError").invoke(instance);
            if (error == null && instance instanceof Provider provider) {
                return Optional.of(provider);
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            loader.close();
            return Optional.empty(); // a machine it was not built for
        }
        loader.close();
        return Optional.empty();
    }
}
