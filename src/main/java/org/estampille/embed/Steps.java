package org.estampille.embed;

/** Told before every step that changes a disk; a test stops there, as a killed process would. */
@FunctionalInterface
interface Steps {
    Steps NONE = () -> {};

    void next();
}
