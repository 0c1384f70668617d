package org.estampille.crypto;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * The classes of one jar that brings a native library. Its entries are read without hashing them again for the jar's signature,
 * which proves nothing to somebody who could have replaced the jar, and takes as long as everything else at a start. Its parent
 * knows nothing of the program's own class path.
 */
final class NativeJar extends ClassLoader implements Closeable {

    private final JarFile jar;
    private final Path unpacked;

    private NativeJar(JarFile jar, Path unpacked) {
        super(ClassLoader.getPlatformClassLoader());
        this.jar = jar;
        this.unpacked = unpacked;
    }

    /** {@code NAME.jar}; its native library may lie unpacked somewhere below the folder {@code NAME} beside it. */
    static NativeJar open(Path jar) throws IOException {
        String name = String.valueOf(jar.getFileName());
        Path folder = jar.resolveSibling(name.substring(0, name.length() - ".jar".length()));
        return new NativeJar(new JarFile(jar.toFile(), false), folder);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try (InputStream octets = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (octets == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] code = octets.readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        ZipEntry entry = jar.getEntry(name);
        try {
            return entry == null ? super.getResourceAsStream(name) : jar.getInputStream(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected @Nullable String findLibrary(String name) {
        if (!Files.isDirectory(unpacked)) {
            return super.findLibrary(name);
        }
        String file = System.mapLibraryName(name);
        try (Stream<Path> files = Files.walk(unpacked)) {
            return files.filter(path -> path.endsWith(file))
                    .findFirst()
                    .map(path -> path.toAbsolutePath().toString())
                    .orElseGet(() -> super.findLibrary(name));
        } catch (IOException | UncheckedIOException e) {
            return super.findLibrary(name);
        }
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
