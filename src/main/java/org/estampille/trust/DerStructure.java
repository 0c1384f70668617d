package org.estampille.trust;

import java.io.IOException;
import java.text.ParseException;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.tsp.TSPException;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/**
 * A structure of ASN.1 that a library takes apart, where whatever is wrong with it ends in one kind of error.
 *
 * @param name the structure, as people know it
 * @param standard where it is defined
 */
public record DerStructure(String name, String standard) {

    /**
     * What a library makes of the octets.
     *
     * @param <T> the result
     */
    @FunctionalInterface
    public interface Reading<T> {
        /** What is thrown but {@link MalformedContentException} says that the structure is another one. */
        T of(Octets der)
                throws MalformedContentException, IOException, CMSException, OCSPException, TSPException,
                        ParseException;
    }

    /**
     * Bounds the octets, then reads them. The ASN.1 library reports a structure with other parts in many ways, unchecked
     * exceptions among them, so all of them are taken for that.
     *
     * @param type the type the octets have to be of, with its article
     * @throws MalformedContentException when they are not, nest too deeply or are too many
     */
    public <T> T read(String type, Octets der, Reading<T> reading) throws MalformedContentException {
        DerNesting.check(name, der);
        try {
            return reading.of(der);
        } catch (MalformedContentException e) {
            throw e;
        } catch (IOException
                | CMSException
                | OCSPException
                | TSPException
                | ParseException
                | IllegalArgumentException
                | IllegalStateException
                | ArithmeticException
                | ClassCastException
                | IndexOutOfBoundsException
                | NullPointerException e) {
            throw malformed("not " + type);
        }
    }

    /** The error about this structure, for causes that only the reader of it sees. */
    public MalformedContentException malformed(String cause) {
        return new MalformedContentException(standard, new ByteRange(0, 0), cause);
    }
}
