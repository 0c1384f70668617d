package org.estampille.report;

import java.util.HashSet;
import java.util.Set;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import tools.jackson.core.JsonGenerator;

/**
 * Writes CBOR as crJSON does (crJSON 2.5 clause 3.6.3, table 1). JSON content was read into the same model and comes out as it
 * was. Names that are not text become text; of two entries with one name the first counts, as everywhere else in the program.
 *
 * @param json where to write
 */
record CborJson(JsonGenerator json) {

    private static final int UNDEFINED = 23;

    /** Writes {@code value}; its depth was bounded when it was read. */
    void write(CborValue value) {
        CborValue plain = value.untagged();
        if (plain instanceof CborValue.Map map) {
            map(map);
        } else if (plain instanceof CborValue.Array array) {
            json.writeStartArray();
            for (CborValue item : array.items()) {
                write(item);
            }
            json.writeEndArray();
        } else {
            scalar(plain);
        }
    }

    void property(String name, CborValue value) {
        json.writeName(SafeText.wellFormed(name));
        write(value);
    }

    void text(String name, String value) {
        new JsonFields(json).text(name, value);
    }

    static String bytes(Octets octets) {
        return "b64'" + octets.base64() + "'";
    }

    private void map(CborValue.Map map) {
        Set<String> names = new HashSet<>();
        json.writeStartObject();
        for (CborValue.Entry entry : map.entries()) {
            String name = SafeText.wellFormed(name(entry.key()));
            if (names.add(name)) {
                json.writeName(name);
                write(entry.value());
            }
        }
        json.writeEndObject();
    }

    private static String name(CborValue key) {
        CborValue plain = key.untagged();
        if (plain instanceof CborValue.Text text) {
            return text.value();
        }
        if (plain instanceof CborValue.Int number) {
            return Long.toString(number.value());
        }
        return plain instanceof CborValue.Bytes octets ? bytes(octets.value()) : plain.toString();
    }

    private void scalar(CborValue value) {
        if (value instanceof CborValue.Text text) {
            json.writeString(SafeText.wellFormed(text.value()));
        } else if (value instanceof CborValue.Bytes octets) {
            json.writeString(bytes(octets.value()));
        } else if (value instanceof CborValue.Int number) {
            json.writeNumber(number.value());
        } else if (value instanceof CborValue.Big number) {
            json.writeNumber(number.value());
        } else if (value instanceof CborValue.Real number) {
            real(number.value());
        } else if (value instanceof CborValue.Simple simple) {
            simple(simple);
        }
    }

    /** JSON has no word for what is not finite. */
    private void real(double value) {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeString(Double.toString(value));
        }
    }

    private void simple(CborValue.Simple value) {
        if (value.asBoolean().isPresent()) {
            json.writeBoolean(value.asBoolean().get());
        } else if (value.equals(CborValue.Simple.NULL) || value.number() == UNDEFINED) {
            json.writeNull();
        } else {
            json.writeNumber(value.number());
        }
    }
}
