package org.estampille.cbor;

import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/** Reads JSON (RFC 8259) into the CBOR data model, so that both encodings are looked at in one way. */
public final class JsonText {

    private final String text;
    private final ReadLimits limits;
    private int at;
    private int items;

    private JsonText(String text, ReadLimits limits) {
        this.text = text;
        this.limits = limits;
    }

    /** Reads exactly one JSON value. */
    public static CborValue read(Octets octets, ReadLimits limits) throws MalformedContentException {
        JsonText json = new JsonText(decode(octets), limits);
        json.skipSpace();
        CborValue value = json.value(0);
        json.skipSpace();
        json.verify(json.at == json.text.length(), "text after the value");
        return value;
    }

    /** Some old files end their JSON with a zero octet; it is no part of the text. */
    private static String decode(Octets octets) throws MalformedContentException {
        int length = octets.length();
        while (length > 0 && octets.at(length - 1) == 0) {
            length--;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(octets.slice(0, length).asBuffer())
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedContentException("JSON", new ByteRange(0, length), "text that is not UTF-8");
        }
    }

    private CborValue value(int depth) throws MalformedContentException {
        LimitExceededException.check("JSON depth", depth, limits.depth());
        LimitExceededException.check("JSON items", ++items, limits.items());
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new CborValue.Text(string());
            case 't' -> word("true", CborValue.Simple.TRUE);
            case 'f' -> word("false", CborValue.Simple.FALSE);
            case 'n' -> word("null", CborValue.Simple.NULL);
            default -> number();
        };
    }

    private CborValue object(int depth) throws MalformedContentException {
        List<CborValue.Entry> entries = new ArrayList<>();
        at++;
        skipSpace();
        while (peek() != '}') {
            CborValue.Text key = new CborValue.Text(string());
            skipSpace();
            expect(':');
            skipSpace();
            entries.add(new CborValue.Entry(key, value(depth + 1)));
            separator('}');
        }
        at++;
        return new CborValue.Map(entries);
    }

    private CborValue array(int depth) throws MalformedContentException {
        List<CborValue> values = new ArrayList<>();
        at++;
        skipSpace();
        while (peek() != ']') {
            values.add(value(depth + 1));
            separator(']');
        }
        at++;
        return new CborValue.Array(values);
    }

    /** A comma that something follows, or the end. */
    private void separator(char end) throws MalformedContentException {
        skipSpace();
        if (peek() != end) {
            expect(',');
            skipSpace();
            verify(peek() != end, "comma before '" + end + "'");
        }
    }

    private String string() throws MalformedContentException {
        expect('"');
        StringBuilder out = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            verify(c >= ' ', "control character in text");
            out.append(c == '\\' ? escape() : c);
        }
        return out.toString();
    }

    private char escape() throws MalformedContentException {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int code = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = Character.digit(next(), 16);
                    verify(digit >= 0, "escape that is not hexadecimal");
                    code = code << 4 | digit;
                }
                yield (char) code;
            }
            default -> throw malformed("unknown escape");
        };
    }

    private CborValue word(String word, CborValue value) throws MalformedContentException {
        verify(text.startsWith(word, at), "unknown word");
        at += word.length();
        return value;
    }

    private CborValue number() throws MalformedContentException {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(start, at);
        verify(isNumber(digits), "neither a value nor a number");
        boolean whole =
                digits.length() < 19 && digits.indexOf('.') < 0 && digits.indexOf('e') < 0 && digits.indexOf('E') < 0;
        return whole
                ? new CborValue.Int(Long.parseLong(digits))
                : new CborValue.Real(new BigDecimal(digits).doubleValue());
    }

    /** RFC 8259 clause 6: no plus in front, no leading zeros, digits on both sides of the point. */
    private static boolean isNumber(String digits) {
        int i = digits.startsWith("-") ? 1 : 0;
        int whole = run(digits, i);
        boolean ok = whole > i && (whole == i + 1 || digits.charAt(i) != '0');
        i = whole;
        if (ok && i < digits.length() && digits.charAt(i) == '.') {
            int fraction = run(digits, i + 1);
            ok = fraction > i + 1;
            i = fraction;
        }
        if (ok && i < digits.length() && (digits.charAt(i) | 0x20) == 'e') {
            int sign = i + 1 < digits.length() && "+-".indexOf(digits.charAt(i + 1)) >= 0 ? 1 : 0;
            int exponent = run(digits, i + 1 + sign);
            ok = exponent > i + 1 + sign && exponent - i < 6;
            i = exponent;
        }
        return ok && i == digits.length();
    }

    private static int run(String digits, int from) {
        int i = from;
        while (i < digits.length() && digits.charAt(i) >= '0' && digits.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws MalformedContentException {
        verify(at < text.length(), "ends too early");
        return text.charAt(at);
    }

    private char next() throws MalformedContentException {
        char c = peek();
        at++;
        return c;
    }

    private void expect(char wanted) throws MalformedContentException {
        verify(next() == wanted, "no '" + wanted + "' where one must be");
    }

    private void verify(boolean condition, String cause) throws MalformedContentException {
        if (!condition) {
            throw malformed(cause);
        }
    }

    private MalformedContentException malformed(String cause) {
        return new MalformedContentException("JSON", new ByteRange(at, 0), cause);
    }
}
