package org.estampille.burn;

/** A rectangle of a picture, in pixels from its upper left corner. */
public record Box(int x, int y, int width, int height) {}
