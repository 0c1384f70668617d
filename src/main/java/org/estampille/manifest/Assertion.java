package org.estampille.manifest;

import org.estampille.jumbf.SuperBox;

/** One statement of a manifest. Every kind keeps its box, so what was read can be hashed, copied and shown octet for octet. */
public sealed interface Assertion
        permits ActionsAssertion,
                Ingredient,
                BindingAssertion,
                DataAssertion,
                EmbeddedFile,
                RedactedAssertion,
                IllFormedAssertion,
                UnknownAssertion {

    /** The whole superbox as it was read. */
    SuperBox box();

    default AssertionLabel label() {
        return AssertionLabel.of(box().label());
    }
}
