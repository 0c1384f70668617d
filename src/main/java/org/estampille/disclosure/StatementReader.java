package org.estampille.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.catalogue.DigitalSourceType;
import org.estampille.cbor.CborValue;
import org.estampille.manifest.Action;
import org.estampille.manifest.ActionsAssertion;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.DataAssertion;
import org.estampille.manifest.Ingredient;
import org.estampille.manifest.Manifest;

/** Finds the statements about AI in one assertion. */
final class StatementReader {

    /** The IPTC property, with the prefix metadata assertions use for it, and without. */
    private static final List<String> SOURCE_TYPE_KEYS =
            List.of("Iptc4xmpExt:DigitalSourceType", "iptcExt:DigitalSourceType", "digitalSourceType");

    private final String where;
    private final AiStatement.Strength strength;
    private final boolean component;
    private final List<AiStatement> statements;

    private StatementReader(
            String where, AiStatement.Strength strength, boolean component, List<AiStatement> statements) {
        this.where = where;
        this.strength = strength;
        this.component = component;
        this.statements = statements;
    }

    /**
     * Adds what {@code assertion} says.
     *
     * @param component whether it is about a part of the asset only
     */
    static void read(
            Manifest manifest,
            Assertion assertion,
            AiStatement.Strength strength,
            boolean component,
            List<AiStatement> statements) {
        new StatementReader(manifest.uriOf(assertion), strength, component, statements).assertion(assertion);
    }

    private void assertion(Assertion assertion) {
        if (assertion instanceof ActionsAssertion actions) {
            actions(actions);
        } else if (assertion instanceof Ingredient ingredient) {
            ingredient(ingredient);
        } else if (assertion instanceof DataAssertion data && data.value().untagged() instanceof CborValue.Map map) {
            String base = data.label().base();
            if (base.equals("c2pa.ai-disclosure")) {
                disclosure(map);
            } else if (base.endsWith(".metadata") || base.startsWith("stds.")) {
                metadata(map);
            }
        }
    }

    private void actions(ActionsAssertion actions) {
        int index = 0;
        for (Action action : actions.actions()) {
            Optional<String> type = actions.sourceTypeOf(action);
            if (type.isPresent()) {
                statement(
                        AiStatement.Kind.ACTION,
                        "/actions/" + index,
                        type.get(),
                        of(type.get()),
                        actions.agentOf(action),
                        Optional.of(action.name()));
            }
            index++;
        }
    }

    private void ingredient(Ingredient ingredient) {
        if (ingredient.digitalSourceType().isPresent() && !ingredient.is("inputTo")) {
            String type = ingredient.digitalSourceType().get();
            Involvement whole = of(type);
            Involvement part = ingredient.isParent() ? whole : inPart(whole);
            statement(AiStatement.Kind.INGREDIENT, "/digitalSourceType", type, part, ingredient.title());
        }
        for (String type : ingredient.dataTypes()) {
            if (ingredient.is("inputTo") && type.startsWith("c2pa.types.model")) {
                statement(AiStatement.Kind.INGREDIENT, "/dataTypes", type, Involvement.UNKNOWN, ingredient.title());
            }
        }
    }

    /** A model took part; how far is for the source types to say. */
    private void disclosure(CborValue.Map map) {
        Optional<String> name = map.get("modelName").flatMap(CborValue::asText);
        String type = map.get("modelType").flatMap(CborValue::asText).orElse("");
        statement(AiStatement.Kind.AI_DISCLOSURE, "", type, Involvement.UNKNOWN, name);
    }

    private void metadata(CborValue.Map map) {
        for (String key : SOURCE_TYPE_KEYS) {
            for (String type : texts(map.get(key))) {
                add(AiStatement.Kind.METADATA, "/" + key, type, Optional.empty());
            }
        }
    }

    /** A property may be text, a list, or an object with {@code @id}. */
    private static List<String> texts(Optional<CborValue> value) {
        List<String> texts = new ArrayList<>();
        if (value.isEmpty()) {
            return texts;
        }
        List<CborValue> items = value.get().asList().orElse(List.of(value.get()));
        for (CborValue item : items) {
            item.asText().ifPresent(texts::add);
            item.asMap()
                    .flatMap(map -> map.get("@id"))
                    .flatMap(CborValue::asText)
                    .ifPresent(texts::add);
        }
        return texts;
    }

    private void add(AiStatement.Kind kind, String path, String type, Optional<String> tool) {
        statement(kind, path, type, of(type), tool);
    }

    private void statement(
            AiStatement.Kind kind, String path, String value, Involvement involvement, Optional<String> tool) {
        statement(kind, path, value, involvement, tool, Optional.empty());
    }

    private void statement(
            AiStatement.Kind kind,
            String path,
            String value,
            Involvement involvement,
            Optional<String> tool,
            Optional<String> action) {
        Involvement counted = component ? inPart(involvement) : involvement;
        statements.add(new AiStatement(where + path, kind, value, counted, strength, tool, action, Optional.empty()));
    }

    private static Involvement inPart(Involvement whole) {
        return whole == Involvement.GENERATED ? Involvement.MODIFIED : whole;
    }

    private static Involvement of(String sourceType) {
        return DigitalSourceType.of(sourceType).map(Involvement::of).orElse(Involvement.UNKNOWN);
    }
}
