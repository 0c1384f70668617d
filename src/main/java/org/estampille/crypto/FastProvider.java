package org.estampille.crypto;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.util.Locale;
import java.util.Optional;

/**
 * The Amazon Corretto Crypto Provider, loaded at run time from a jar beside the program. It checks ES256 signatures some twenty
 * times as fast as the platform and takes a quarter of a second to start, so it is for batches. It is never registered.
 */
public final class FastProvider {

    private static final String CLASS = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private FastProvider() {}

    /**
     * Loads {@code accp-OS-ARCHITECTURE.jar} of {@code libDirectory}.
     *
     * @return empty where there is no such jar, or it does not work on this machine
     */
    public static Optional<Provider> load(Path libDirectory) {
        Path jar = libDirectory.resolve(fileName(System.getProperty("os.name", ""), System.getProperty("os.arch", "")));
        if (!Files.isRegularFile(jar)) {
            return Optional.empty();
        }
        try {
            return load(jar.toUri().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a path is a URL", e);
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

    private static Optional<Provider> load(URL jar) {
        // The loader lives as long as its classes; its parent knows nothing of the program's own class path.
        URLClassLoader loader = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
        try {
            Class<?> type = Class.forName(CLASS, true, loader);
            Object instance = type.getField("INSTANCE").get(null);
            Object error = type.getMethod("getLoadingError").invoke(instance);
            if (error == null && instance instanceof Provider provider) {
                return Optional.of(provider);
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            return closed(loader);
        }
        return closed(loader);
    }

    private static Optional<Provider> closed(URLClassLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            return Optional.empty(); // nothing was gained from the jar, and nothing is lost with it
        }
        return Optional.empty();
    }
}
