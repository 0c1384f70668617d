package org.estampille.container.jpeg;

/** Marker codes of ITU-T T.81 table B.1 and their symbols. */
final class Marker {

    static final int SOI = 0xD8;
    static final int EOI = 0xD9;
    static final int SOS = 0xDA;
    static final int APP11 = 0xEB;

    private static final int TEM = 0x01;
    private static final int RST0 = 0xD0;
    private static final int RST7 = 0xD7;
    private static final int FIRST_WITH_MEANING = 0xC0;

    private static final String[] NAMES = {
        "SOF0", "SOF1", "SOF2", "SOF3", "DHT", "SOF5", "SOF6", "SOF7",
        "JPG", "SOF9", "SOF10", "SOF11", "DAC", "SOF13", "SOF14", "SOF15",
        "RST0", "RST1", "RST2", "RST3", "RST4", "RST5", "RST6", "RST7",
        "SOI", "EOI", "SOS", "DQT", "DNL", "DRI", "DHP", "EXP",
        "APP0", "APP1", "APP2", "APP3", "APP4", "APP5", "APP6", "APP7",
        "APP8", "APP9", "APP10", "APP11", "APP12", "APP13", "APP14", "APP15",
        "JPG0", "JPG1", "JPG2", "JPG3", "JPG4", "JPG5", "JPG6", "JPG7",
        "JPG8", "JPG9", "JPG10", "JPG11", "JPG12", "JPG13", "COM"
    };

    private Marker() {}

    /** Whether {@code code} is neither reserved nor a byte that cannot follow FF in a marker. */
    static boolean isKnown(int code) {
        return code == TEM || code >= FIRST_WITH_MEANING && code < FIRST_WITH_MEANING + NAMES.length;
    }

    /** Whether the marker is all there is: no length and no parameters follow. */
    static boolean standsAlone(int code) {
        return code == TEM || isRestart(code) || code == EOI;
    }

    static boolean isRestart(int code) {
        return code >= RST0 && code <= RST7;
    }

    /** The symbol of a known code. */
    static String name(int code) {
        return code == TEM ? "TEM" : NAMES[code - FIRST_WITH_MEANING];
    }
}
