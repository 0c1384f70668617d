package org.estampille.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.estampille.preview.Preview;

/** A part of a report as people read it, before it is a page of the web or of paper. All texts are as they came, not escaped. */
sealed interface PageBlock {

    /** A heading, level 1 to 3. */
    record Heading(int level, String text) implements PageBlock {}

    /** A paragraph. */
    record Paragraph(String text) implements PageBlock {}

    /**
     * A verdict: a shape and a word, which say the same.
     *
     * @param shape of the sign
     * @param word beside it
     * @param text what it is about
     */
    record Sign(Shape shape, String word, String text) implements PageBlock {}

    /** The signs, told apart by outline and content, not by colour. */
    enum Shape {
        /** A square with a tick. */
        SQUARE,
        /** A triangle with an exclamation mark. */
        TRIANGLE,
        /** An octagon with a cross. */
        OCTAGON,
        /** A circle with a question mark. */
        CIRCLE
    }

    /** A table with its caption; the first cell of each row names it. */
    record Table(String caption, List<String> head, List<List<String>> rows) implements PageBlock {
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** A list, each item below the ones before it that are less deep. */
    record Tree(List<Item> items) implements PageBlock {
        public Tree {
            items = List.copyOf(items);
        }

        /** One item. */
        record Item(int depth, String text) {}
    }

    /**
     * Where AI is in time.
     *
     * @param caption what it shows
     * @param end label of the right end
     * @param seconds at the right end
     * @param backdrop the picture that the ranges are drawn over, if there is one
     * @param lanes from top to bottom
     */
    record Timeline(String caption, String end, double seconds, Preview backdrop, List<Lane> lanes)
            implements PageBlock {
        public Timeline {
            lanes = List.copyOf(lanes);
        }

        /** The part of the width that the picture covers: a declaration may name moments after its end. */
        double covered() {
            return backdrop.duration()
                    .map(length -> Math.min(1, length / seconds))
                    .orElse(0.0);
        }

        /** The parts of the whole where any lane of a texture has a bar, in order and without overlap. */
        List<Bar> anywhere(Texture texture) {
            List<Bar> merged = new ArrayList<>();
            lanes.stream()
                    .filter(lane -> lane.texture() == texture)
                    .flatMap(lane -> lane.bars().stream())
                    .sorted(Comparator.comparingDouble(Bar::from))
                    .forEach(bar -> {
                        Optional<Bar> last =
                                merged.isEmpty() ? Optional.empty() : Optional.of(merged.get(merged.size() - 1));
                        if (last.isPresent() && bar.from() <= last.get().to()) {
                            double to = Math.max(last.get().to(), bar.to());
                            merged.set(merged.size() - 1, new Bar(last.get().from(), to, ""));
                        } else {
                            merged.add(new Bar(bar.from(), bar.to(), ""));
                        }
                    });
            return merged;
        }

        /** The word for what a texture stands for, as the first lane of it has it. */
        String word(Texture texture) {
            return lanes.stream()
                    .filter(lane -> lane.texture() == texture)
                    .map(Lane::extent)
                    .findFirst()
                    .orElse("");
        }

        /** How the bars of a lane are filled, so that it can be told without colour. */
        enum Texture {
            /** For what AI assisted with. */
            DOTTED,
            /** For what AI modified. */
            HATCHED,
            /** For what AI generated. */
            FULL
        }

        /** One use, what it did in a word, and its parts of the whole from 0 to 1. */
        record Lane(String name, String extent, Texture texture, List<Bar> bars) {
            public Lane {
                bars = List.copyOf(bars);
            }

            /** All of it, for those who do not see the bars. */
            String inWords(Words words) {
                List<String> ranges = bars.stream().map(Bar::words).toList();
                return words.word("pair", name, String.join(words.word("between"), ranges));
            }
        }

        /** From and to, as parts of the whole, and in words. */
        record Bar(double from, double to, String words) {}
    }
}
