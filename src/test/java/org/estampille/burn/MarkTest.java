package org.estampille.burn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarkTest {

    private static final MarkWords ENGLISH = new MarkWords("AI", "GENERATED", true);
    private static final MarkWords FRENCH = new MarkWords("IA", "CONTENU MODIFIÉ PAR", false);

    @ParameterizedTest
    @CsvSource({
        "1920, 1080, 0",
        "1080, 1920, 0",
        "720, 576, 0",
        "321, 241, 0",
        "641, 359, 0",
        "1920, 1080, 1",
        "1920, 1080, 0.5625",
        "3840, 2160, 0.8"
    })
    void a_mark_stands_inside_the_safe_area_of_every_shape_of_picture(int width, int height, double crop)
            throws IOException, BurnException {
        for (MarkShape.Corner corner : MarkShape.Corner.values()) {
            for (MarkWords words : new MarkWords[] {ENGLISH, FRENCH}) {
                MarkShape shape = new MarkShape(corner, 5, crop);
                Mark mark = Mark.draw(words, shape, PictureSize.square(width, height), 255);
                double shown = crop > 0 ? Math.min(width, height * crop) : width;
                double left = (width - shown) / 2 + shown * 0.05;
                assertThat(mark.box().x()).isGreaterThanOrEqualTo((int) left).isEven();
                assertThat(mark.box().x() + mark.box().width()).isLessThanOrEqualTo((int) Math.ceil(width - left));
                assertThat(mark.box().y())
                        .isGreaterThanOrEqualTo((int) (height * 0.05))
                        .isEven();
                assertThat(mark.box().y() + mark.box().height()).isLessThanOrEqualTo((int) Math.ceil(height * 0.95));
                assertThat(mark.letterHeight()).isGreaterThanOrEqualTo((int) (Math.min(width, height) * 0.05));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"720, 576, 1.4222", "720, 576, 1.0667", "720, 480, 0.9091", "1440, 1080, 1.3333", "1080, 1920, 0.75"})
    void a_mark_keeps_its_proportions_where_pixels_are_not_square(int width, int height, double pixel)
            throws IOException, BurnException {
        PictureSize size = new PictureSize(width, height, pixel);
        for (MarkShape.Corner corner : MarkShape.Corner.values()) {
            MarkShape shape = new MarkShape(corner, 6, 0);
            Mark mark = Mark.draw(ENGLISH, shape, size, 255);
            Mark square = Mark.draw(ENGLISH, shape, PictureSize.square(size.displayedWidth(), height), 255);
            assertThat(mark.box().height()).isEqualTo(square.box().height());
            assertThat(mark.image().getWidth()).isEqualTo(mark.box().width()).isEven();
            assertThat(mark.box().width() * pixel)
                    .isCloseTo(square.box().width(), org.assertj.core.api.Assertions.within(2 * pixel));
            assertThat(mark.box().x() * pixel)
                    .isCloseTo(square.box().x(), org.assertj.core.api.Assertions.within(2 * pixel));
            assertThat(Contrast.of(mark.image(), mark.image()::getRGB)).isGreaterThan(20);
        }
    }

    @Test
    void pixels_of_a_shape_nobody_shows_are_refused() {
        for (double pixel : new double[] {0.001, 1000, Double.NaN}) {
            assertThatThrownBy(() -> new PictureSize(720, 576, pixel).requireShown())
                    .hasMessageContaining("sample aspect ratio");
        }
    }

    @Test
    void a_picture_without_room_for_the_label_is_refused() {
        MarkShape shape = new MarkShape(MarkShape.Corner.TOP_RIGHT, 5, 0);
        assertThatThrownBy(() -> Mark.draw(ENGLISH, shape, PictureSize.square(64, 48), 255))
                .isInstanceOf(BurnException.class)
                .hasMessageContaining("has no room for the label");
    }

    @Test
    void accents_stay_inside_their_panel() throws IOException, BurnException {
        BufferedImage mark = Mark.draw(
                        FRENCH, new MarkShape(MarkShape.Corner.TOP_LEFT, 6, 0), PictureSize.square(1920, 1080), 255)
                .image();
        int line = Math.max(2, Math.round(65 * 0.08f));
        for (int x = 3 * line; x < mark.getWidth() / 2; x++) {
            assertThat(mark.getRGB(x, 2 * line + 1) & 0xFF).as("pixel " + x).isLessThan(32);
        }
    }

    @Test
    void contrast_is_full_where_the_mark_is_and_low_where_it_is_not() throws IOException, BurnException {
        BufferedImage mark = Mark.draw(
                        ENGLISH, new MarkShape(MarkShape.Corner.TOP_LEFT, 6, 0), PictureSize.square(640, 360), 255)
                .image();
        assertThat(Contrast.of(mark, mark::getRGB)).isGreaterThan(20);
        assertThat(Contrast.of(mark, (x, y) -> 0x808080)).isLessThan(1.1);
        assertThatThrownBy(() -> Contrast.require(mark, (x, y) -> 0, "frame 3"))
                .hasMessageContaining("cannot be read in frame 3");
    }

    @Test
    void every_turn_of_a_stored_picture_leads_back_to_the_displayed_one() {
        for (int orientation = 1; orientation <= 8; orientation++) {
            Turn turn = new Turn(orientation);
            BufferedImage stored = new BufferedImage(6, 4, BufferedImage.TYPE_INT_RGB);
            java.awt.Graphics2D pen = stored.createGraphics();
            pen.transform(turn.toStored(6, 4));
            pen.setColor(java.awt.Color.WHITE);
            pen.fillRect(0, 0, 1, 1);
            pen.dispose();
            BufferedImage shown = turn.upright(stored);
            assertThat(shown.getWidth()).isEqualTo(turn.swaps() ? 4 : 6);
            assertThat(shown.getRGB(0, 0) & 0xFF)
                    .as("orientation " + orientation)
                    .isEqualTo(255);
        }
    }
}
