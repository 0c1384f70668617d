package org.estampille.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the product, from the manifest of its jar. */
public final class ProductVersion implements IVersionProvider {

    /** Three numbers; {@code 0.0.0} when run from classes that were never packaged. */
    public static String current() {
        return Optional.ofNullable(ProductVersion.class.getPackage().getImplementationVersion())
                .orElse("0.0.0");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"estampille " + current()};
    }
}
