package org.estampille.timecode;

/**
 * An exact fraction in lowest terms, as {@code 24000/1001}.
 *
 * @param numerator carries the sign
 * @param denominator greater than 0
 */
public record Rational(long numerator, long denominator) implements Comparable<Rational> {

    public static final Rational ONE = new Rational(1, 1);

    public Rational {
        if (denominator <= 0) {
            throw new IllegalArgumentException("denominator " + denominator);
        }
        long divisor = divisor(numerator, denominator);
        numerator /= divisor;
        denominator /= divisor;
    }

    public static Rational of(long whole) {
        return new Rational(whole, 1);
    }

    private static long divisor(long a, long b) {
        long x = Math.abs(a);
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return Math.max(1, x);
    }

    /**
     * The sum.
     *
     * @throws ArithmeticException beyond 64 bits
     */
    public Rational plus(Rational other) {
        return new Rational(
                Math.addExact(
                        Math.multiplyExact(numerator, other.denominator),
                        Math.multiplyExact(other.numerator, denominator)),
                Math.multiplyExact(denominator, other.denominator));
    }

    /**
     * The difference.
     *
     * @throws ArithmeticException beyond 64 bits
     */
    public Rational minus(Rational other) {
        return plus(new Rational(Math.negateExact(other.numerator), other.denominator));
    }

    /**
     * The product.
     *
     * @throws ArithmeticException beyond 64 bits
     */
    public Rational times(Rational other) {
        Rational across = new Rational(numerator, other.denominator);
        Rational back = new Rational(other.numerator, denominator);
        return new Rational(
                Math.multiplyExact(across.numerator, back.numerator),
                Math.multiplyExact(across.denominator, back.denominator));
    }

    /** The nearest whole number; a half goes up. */
    public long rounded() {
        return Math.floorDiv(
                Math.addExact(Math.multiplyExact(2, numerator), denominator), Math.multiplyExact(2, denominator));
    }

    /** The greatest whole number that is not above. */
    public long floor() {
        return Math.floorDiv(numerator, denominator);
    }

    public boolean isZero() {
        return numerator == 0;
    }

    @Override
    public int compareTo(Rational other) {
        return minus(other).signum();
    }

    private int signum() {
        return Long.signum(numerator);
    }

    /** As {@code 25} or {@code 24000/1001}. */
    public String text() {
        return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
    }
}
