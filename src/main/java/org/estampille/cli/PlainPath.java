package org.estampille.cli;

import java.nio.file.Path;

/** How the path of a result is told. */
final class PlainPath {

    private PlainPath() {}

    /**
     * The same path without the elements that mean "here". What stands before ".." stays: it may be a link, and the folder above what
     * a link leads to is another one.
     */
    static Path of(Path path) {
        Path plain = Path.of("");
        for (Path name : path) {
            if (!name.toString().equals(".")) {
                plain = plain.resolve(name);
            }
        }
        boolean nothing = plain.toString().isEmpty() && path.getRoot() == null;
        return nothing ? path : path.getRoot() == null ? plain : path.getRoot().resolve(plain);
    }

    /** The same for a path as it stands in the trouble that somebody had with it. */
    static String of(String path) {
        return of(Path.of(path)).toString();
    }
}
