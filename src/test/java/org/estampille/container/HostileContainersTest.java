package org.estampille.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.detect.AssetDetector;
import org.estampille.detect.Detection;
import org.estampille.fixtures.Fixture;
import org.estampille.fixtures.FixtureIndex;
import org.estampille.fixtures.HostileFile;
import org.estampille.fixtures.HostileFile.Expectation;
import org.estampille.fixtures.HostileFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every container format meets every hostile file, and answers with a map or with a checked exception. */
final class HostileContainersTest {

    static List<Fixture> fixtures() {
        return FixtureIndex.all();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void maps_a_well_formed_file_from_its_first_octet_to_its_last(Fixture fixture) throws Exception {
        ContainerMap map = map(new OctetsSource(fixture.octets())).orElseThrow();
        assertThat(map.length()).isEqualTo(fixture.size());
        assertThat(map.stores()).isEmpty();
        assertThat(map.suspicions()).isEmpty();
        assertThat(map.format().mediaType()).isEqualTo(fixture.mediaType());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void makes_room_for_a_store(Fixture fixture) throws Exception {
        ByteSource source = new OctetsSource(fixture.octets());
        Asset asset = asset(source).orElseThrow();
        ContainerFormat format = Containers.of(asset.format());
        ContainerMap map = format.map(asset, ReadLimits.standard());
        Layout layout = format.lay(asset, map, ContainerFormat.Wish.forStore(12_345), ReadLimits.standard());
        assertThat(layout.length()).isGreaterThanOrEqualTo(fixture.size() + 12_345);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void answers_hostile_files_with_a_map_or_a_checked_exception(Fixture fixture) {
        for (HostileFile hostile : HostileFiles.from(fixture)) {
            try {
                answer(hostile);
            } catch (RuntimeException | Error e) {
                fail(hostile.name(), e);
            }
        }
    }

    private static void answer(HostileFile hostile) {
        ByteSource source = new OctetsSource(hostile.octets());
        if (hostile.expectation() == Expectation.MALFORMED) {
            assertThatThrownBy(() -> lay(source)).as(hostile.name()).isInstanceOf(MalformedContentException.class);
            return;
        }
        try {
            Optional<ContainerMap> map = map(source);
            if (hostile.expectation() == Expectation.UNUSABLE_STORE) {
                assertThat(map).as(hostile.name()).isPresent();
                assertThat(map.get().stores().isEmpty()
                                && map.get().suspicions().isEmpty())
                        .as(hostile.name() + ": nothing was seen")
                        .isFalse();
            }
        } catch (MalformedContentException | IOException e) {
            assertThat(e).as(hostile.name()).hasMessageMatching("(?s).{10,}");
        }
    }

    private static void lay(ByteSource source) throws IOException, MalformedContentException {
        Asset asset = asset(source)
                .orElseThrow(() -> new MalformedContentException("any", source.range(), "nothing is detected"));
        ContainerFormat format = Containers.of(asset.format());
        ContainerMap map = format.map(asset, ReadLimits.standard());
        format.lay(asset, map, ContainerFormat.Wish.forStore(1_000), ReadLimits.standard());
    }

    private static Optional<ContainerMap> map(ByteSource source) throws IOException, MalformedContentException {
        Optional<Asset> asset = asset(source);
        if (asset.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Containers.of(asset.get().format()).map(asset.get(), ReadLimits.standard()));
    }

    private static Optional<Asset> asset(ByteSource source) throws IOException {
        Detection detection = AssetDetector.detect(source);
        if (detection instanceof Detection.Detected detected) {
            AssetFormat format = detected.format();
            return Optional.of(new Asset("asset", source, format));
        }
        return Optional.empty();
    }
}
