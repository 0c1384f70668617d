package org.estampille.formula;

/**
 * A function whose body is an expression.
 *
 * @param body what it computes
 * @param binding where the body finds the arguments
 * @param arity how many arguments; looked at for {@link Binding#ARGS_GLOBAL} only
 */
public record Definition(Formula body, Binding binding, int arity) {

    /** Ways to hand over arguments. */
    public enum Binding {
        /** As {@code register()} does: at most one, which becomes the current node. */
        CURRENT_NODE,
        /** As {@code registerWithParams()} does: any number, as an array that becomes the current node. */
        CURRENT_ARRAY,
        /**
         * As the expressions of asset rubrics do: as the array {@code $args}, while the current node stays that of the caller.
         * Without arguments, {@code $args} stays that of the caller as well.
         */
        ARGS_GLOBAL
    }
}
