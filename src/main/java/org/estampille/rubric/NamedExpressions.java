package org.estampille.rubric;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.formula.Definition;
import org.estampille.formula.Environment;
import org.estampille.formula.Formula;
import org.estampille.formula.FormulaException;

/**
 * Makes the named expressions of a rubric functions. How many arguments one takes is nowhere declared: it is the most that any
 * other named expression hands it, or that its own body reads from {@code $args}, as the official evaluators have it.
 */
final class NamedExpressions {

    private static final Pattern VARIABLE = Pattern.compile("\\$[A-Za-z0-9_]+");
    private static final Pattern ARGUMENT = Pattern.compile("\\$args\\[(\\d{1,4})\\]");
    private static final Pattern ARGUMENTS = Pattern.compile("\\$args\\b");

    private NamedExpressions() {}

    /** {@code environment} with the expressions of {@code rubric} defined. */
    static Environment defined(Rubric rubric, Environment environment) throws MalformedContentException {
        Map<String, Integer> arities = arities(rubric.expressions());
        Set<String> globals = new HashSet<>(environment.globals().keySet());
        for (String body : rubric.expressions().values()) {
            VARIABLE.matcher(body).results().forEach(match -> globals.add(match.group()));
        }
        Environment result = environment;
        for (Map.Entry<String, String> expression : rubric.expressions().entrySet()) {
            try {
                Formula body = Formula.compile(expression.getValue(), globals, environment.limits());
                int arity = arities.getOrDefault(expression.getKey(), 0);
                result = result.defining(
                        expression.getKey(), new Definition(body, Definition.Binding.ARGS_GLOBAL, arity));
            } catch (FormulaException e) {
                throw new MalformedContentException(
                        YamlDocuments.FORMAT,
                        new ByteRange(0, 0),
                        "expression " + expression.getKey() + " cannot be read: " + e.getMessage());
            }
        }
        return result;
    }

    static Map<String, Integer> arities(Map<String, String> expressions) {
        Map<String, Integer> arities = new HashMap<>();
        for (Map.Entry<String, String> expression : expressions.entrySet()) {
            arities.merge(expression.getKey(), read(expression.getValue()), Math::max);
        }
        Pattern call = Pattern.compile("\\b(_[A-Za-z0-9_$]*)\\s*\\(");
        for (String body : expressions.values()) {
            for (Matcher match = call.matcher(body); match.find(); ) {
                if (expressions.containsKey(match.group(1))) {
                    arities.merge(match.group(1), handedOver(body, match.end()), Math::max);
                }
            }
        }
        return arities;
    }

    /** How many arguments {@code body} reads. */
    private static int read(String body) {
        int most = ARGUMENT.matcher(body)
                .results()
                .mapToInt(match -> Integer.parseInt(match.group(1)) + 1)
                .max()
                .orElse(0);
        return most == 0 && ARGUMENTS.matcher(body).find() ? 1 : most;
    }

    /** How many arguments stand behind the parenthesis before {@code start}. */
    private static int handedOver(String body, int start) {
        if (body.startsWith(")", start)) {
            return 0;
        }
        int count = 1;
        int depth = 1;
        for (int i = start; i < body.length() && depth > 0; i++) {
            char c = body.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            count += c == ',' && depth == 1 ? 1 : 0;
        }
        return count;
    }
}
