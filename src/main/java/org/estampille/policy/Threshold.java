package org.estampille.policy;

import java.math.BigDecimal;
import java.util.Optional;
import org.estampille.declaration.Release.RightsHolder;

/**
 * A size from which terms change, as people write it: {@code USD 1000000}, {@code 1.000.000 EUR}, {@code 50}. What can mean two
 * sizes, such as {@code 1.000}, is not read: a threshold that is guessed lets somebody pass whom the terms exclude.
 *
 * @param amount the size
 * @param currency ISO 4217, for money
 */
record Threshold(BigDecimal amount, Optional<String> currency) {

    private static final int MOST_DIGITS = 18;
    private static final int GROUP = 3;
    private static final String POINTS = ".,";
    private static final String SEPARATORS = POINTS + " \u00A0\u202F'_";

    /** Empty when the text is anything else. */
    static Optional<Threshold> of(String text) {
        String spelt = text.strip().replace("US$", "USD").replace("\u20AC", "EUR");
        int start = 0;
        int end = spelt.length();
        Optional<String> currency = Optional.empty();
        if (isCurrency(spelt, 0)) {
            currency = Optional.of(spelt.substring(0, GROUP));
            start = GROUP;
        } else if (isCurrency(spelt, end - GROUP)) {
            end -= GROUP;
            currency = Optional.of(spelt.substring(end));
        }
        Optional<String> money = currency;
        return amount(spelt.substring(start, end).strip()).map(amount -> new Threshold(amount, money));
    }

    private static boolean isCurrency(String text, int at) {
        return at >= 0
                && text.length() >= at + GROUP
                && text.substring(at, at + GROUP).chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    /** Digits, all together or in groups of three behind one and the same sign; a single point or comma may mean a fraction. */
    private static Optional<BigDecimal> amount(String text) {
        StringBuilder digits = new StringBuilder();
        String separator = "";
        int groups = 0;
        int inGroup = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
                inGroup++;
                continue;
            }
            boolean first = groups == 0 && inGroup >= 1 && inGroup <= GROUP && SEPARATORS.indexOf(c) >= 0;
            boolean next = groups > 0 && inGroup == GROUP && separator.indexOf(c) == 0;
            if (!first && !next) {
                return Optional.empty();
            }
            separator = String.valueOf(c);
            groups++;
            inGroup = 0;
        }
        boolean ambiguous = groups == 1 && POINTS.contains(separator);
        boolean whole = groups == 0 || inGroup == GROUP && !ambiguous;
        return whole && digits.length() > 0 && digits.length() <= MOST_DIGITS
                ? Optional.of(new BigDecimal(digits.toString()))
                : Optional.empty();
    }

    /** Whether it says what kind of size the condition needs: money has a currency, a number of people has none. */
    boolean isOf(boolean people) {
        return people == currency.isEmpty();
    }

    /** Empty when that cannot be told, such as for another currency. */
    Optional<Boolean> isExceededByRevenue(RightsHolder holder) {
        return currency.isPresent() && currency.equals(holder.currency())
                ? holder.revenue().map(revenue -> revenue.compareTo(amount) > 0)
                : Optional.empty();
    }

    /** Whether it is in money of another currency than the revenue, so that nobody here can compare them. */
    boolean isForeignTo(RightsHolder holder) {
        return currency.isPresent()
                && holder.revenue().isPresent()
                && holder.currency().isPresent()
                && !currency.equals(holder.currency());
    }

    /** Empty when nobody said how many there are. */
    Optional<Boolean> isExceededByPeople(RightsHolder holder) {
        return holder.headcount().map(count -> BigDecimal.valueOf(count).compareTo(amount) > 0);
    }
}
