package org.estampille.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.estampille.bytes.MalformedContentException;

/** The profiles that come with the program. */
public final class BundledProfiles {

    private static final List<String> RULES = List.of(
            "eu-ai-act-50-2",
            "eu-ai-act-50-4",
            "eu-code-of-practice",
            "california-sb-942",
            "china-gb-45438",
            "broadcaster-acceptance",
            "theatrical-release-rights");

    /** Those whose cases fill a file of their own. */
    private static final List<String> WITH_CASES =
            List.of("california-sb-942", "china-gb-45438", "theatrical-release-rights");

    private BundledProfiles() {}

    /** The names of all, those on terms first. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (RightsProfile profile : RightsProfile.values()) {
            names.add(profile.label());
        }
        names.addAll(RULES);
        return names;
    }

    /** The profile of that name. */
    public static Optional<Profile> named(String name) {
        Optional<RightsProfile> rights = RightsProfile.named(name);
        if (rights.isPresent()) {
            return Optional.of(rights.get());
        }
        return RULES.contains(name) ? Optional.of(read(name)) : Optional.empty();
    }

    /** The text of a profile of formulas, as it stands in the program. */
    public static Optional<String> text(String name) {
        return RULES.contains(name) ? Optional.of(resource(name + ".yaml")) : Optional.empty();
    }

    /** The cases that a profile is tested by; every one has some. */
    public static Optional<String> cases(String name) {
        if (name.equals("eu-ai-act-50-2") || name.equals("eu-ai-act-50-4")) {
            return Optional.of(resource("article-50-cases.yaml"));
        }
        if (WITH_CASES.contains(name)) {
            return Optional.of(resource(name + "-cases.yaml"));
        }
        return names().contains(name) ? Optional.of(resource("profile-cases.yaml")) : Optional.empty();
    }

    private static RuleProfile read(String name) {
        try {
            return ProfileReader.profile(resource(name + ".yaml"));
        } catch (MalformedContentException e) {
            throw new IllegalStateException(name + ": " + e.problem(), e);
        }
    }

    private static String resource(String file) {
        try (InputStream stream = BundledProfiles.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadableJar) {
            throw new UncheckedIOException(unreadableJar);
        }
    }
}
