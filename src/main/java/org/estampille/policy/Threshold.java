package org.estampille.policy;

import java.math.BigDecimal;
import java.util.Optional;
import org.estampille.declaration.Release.RightsHolder;

/**
 * A size from which terms change, as people write it: {@code USD 1000000}, {@code 1,000,000 EUR}, {@code 50}.
 *
 * @param amount the size
 * @param currency ISO 4217, for money
 */
record Threshold(BigDecimal amount, Optional<String> currency) {

    private static final int MOST_DIGITS = 18;

    /** Empty when the text is anything else. */
    static Optional<Threshold> of(String text) {
        StringBuilder digits = new StringBuilder();
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c >= 'A' && c <= 'Z') {
                letters.append(c);
            } else if (c != ' ' && c != ',' && c != '\'' && c != '_' && c != '\u00A0' && c != '\u202F') {
                return Optional.empty();
            }
        }
        boolean readable = digits.length() > 0
                && digits.length() <= MOST_DIGITS
                && (letters.length() == 0 || letters.length() == 3);
        Optional<String> currency = letters.length() == 0 ? Optional.empty() : Optional.of(letters.toString());
        return readable ? Optional.of(new Threshold(new BigDecimal(digits.toString()), currency)) : Optional.empty();
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
