package org.estampille.terms;

import java.util.Optional;

/**
 * How a capture stands on a day, with the facts that decide it.
 *
 * @param capture the capture
 * @param state on the day
 * @param archived what is at hand of its text
 * @param live what its address gives
 * @param newer the id of the capture or row with newer terms
 * @param lookUp why the address gave nothing, in the words of whoever asked
 */
public record CaptureStanding(
        TermsCapture capture,
        TermsState state,
        ArchivedText archived,
        LiveText live,
        Optional<String> newer,
        Optional<String> lookUp) {}
