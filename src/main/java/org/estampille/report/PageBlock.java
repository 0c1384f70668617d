package org.estampille.report;

import java.util.List;

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
     * @param lanes from top to bottom
     */
    record Timeline(String caption, String end, List<Lane> lanes) implements PageBlock {
        public Timeline {
            lanes = List.copyOf(lanes);
        }

        /** One use, with its parts of the whole from 0 to 1. */
        record Lane(String name, List<Bar> bars) {
            public Lane {
                bars = List.copyOf(bars);
            }
        }

        /** From and to, as parts of the whole, and in words. */
        record Bar(double from, double to, String words) {}
    }
}
