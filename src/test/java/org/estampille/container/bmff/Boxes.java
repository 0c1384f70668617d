package org.estampille.container.bmff;

import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.Octets;

/** Makes boxes for tests. */
public final class Boxes {
    private Boxes() {}

    public static Octets box(String type, Octets... payload) {
        Octets content = Octets.concat(payload);
        return Octets.concat(Octets.u32be(content.length() + 8L), Octets.ofAscii(type), content);
    }

    public static Octets large(String type, Octets payload) {
        return Octets.concat(Octets.u32be(1), Octets.ofAscii(type), Octets.u64be(payload.length() + 16L), payload);
    }

    public static Octets toEnd(String type, Octets payload) {
        return Octets.concat(Octets.u32be(0), Octets.ofAscii(type), payload);
    }

    public static Octets full(String type, int version, int flags, Octets... payload) {
        return box(type, Octets.u32be((long) version << 24 | flags), Octets.concat(payload));
    }

    public static Octets ftyp() {
        return box("ftyp", Octets.ofAscii("isom"), Octets.u32be(512), Octets.ofAscii("isomiso2"));
    }

    public static Octets stco(long... offsets) {
        List<Octets> entries = new ArrayList<>();
        for (long offset : offsets) {
            entries.add(Octets.u32be(offset));
        }
        return full("stco", 0, 0, Octets.u32be(offsets.length), Octets.concat(entries));
    }

    public static Octets co64(long... offsets) {
        List<Octets> entries = new ArrayList<>();
        for (long offset : offsets) {
            entries.add(Octets.u64be(offset));
        }
        return full("co64", 0, 0, Octets.u32be(offsets.length), Octets.concat(entries));
    }

    /** A movie with one track around the boxes of its sample table. */
    public static Octets moov(Octets... sampleTable) {
        Octets dref = full("dref", 0, 0, Octets.u32be(1), full("url ", 0, 1));
        Octets minf = box("minf", box("dinf", dref), box("stbl", sampleTable));
        return box("moov", full("mvhd", 0, 0, Octets.zeros(96)), box("trak", box("mdia", minf)));
    }

    public static Octets media(int length, int seed) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ((i * 31 + seed * 17) ^ (i >>> 8));
        }
        return Octets.adopt(bytes);
    }

    /** A C2PA box. */
    public static Octets provenance(String purpose, Octets content) {
        return box("uuid", ProvenanceBox.UUID, Octets.zeros(4), Octets.ofAscii(purpose + "\0"), content);
    }

    /** The smallest thing that looks like a store. */
    public static Octets store(int filler) {
        return box("jumb", box("jumd", Octets.zeros(17), Octets.ofAscii("c2pa\0")), Octets.zeros(filler));
    }
}
