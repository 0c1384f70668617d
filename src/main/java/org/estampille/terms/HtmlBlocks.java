package org.estampille.terms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Visible text of a saved page, block by block. Nothing is run and nothing is fetched. */
final class HtmlBlocks implements NodeVisitor {

    private static final String UNSEEN = "script, style, noscript, template, svg, head, iframe, object, [hidden]";

    private final List<String> blocks = new ArrayList<>();
    private final StringBuilder block = new StringBuilder();

    private HtmlBlocks() {}

    static List<String> of(Octets page) throws MalformedContentException {
        Document document;
        try {
            document = Jsoup.parse(new ByteArrayInputStream(page.toByteArray()), null, "");
        } catch (IOException e) {
            throw TermsText.broken("HTML", e);
        }
        document.select(UNSEEN).remove();
        HtmlBlocks reader = new HtmlBlocks();
        document.traverse(reader);
        reader.end();
        return reader.blocks;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            block.append(text.getWholeText());
        } else if (breaks(node)) {
            end();
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (breaks(node)) {
            end();
        }
    }

    private static boolean breaks(Node node) {
        return node instanceof Element element
                && (element.isBlock() || element.normalName().equals("br"));
    }

    private void end() {
        blocks.add(block.toString());
        block.setLength(0);
    }
}
