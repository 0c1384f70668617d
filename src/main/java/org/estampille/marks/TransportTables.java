package org.estampille.marks;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.estampille.bytes.Octets;

/** What the programme tables of a transport stream say of its pictures (ISO/IEC 13818-1 clauses 2.4.4.3 and 2.4.4.8). */
final class TransportTables {

    private static final int ASSOCIATIONS = 0;
    private static final int ASSOCIATION_TABLE = 0;
    private static final int MAP_TABLE = 2;
    private static final int HEADER = 3;
    private static final int CHECK = 4;
    private static final int LARGEST_SECTION = 1024;
    private static final int MOST_PROGRAMMES = 64;
    private static final Set<Integer> H264 = Set.of(0x1B, 0x1F, 0x20);
    private static final Set<Integer> H265 = Set.of(0x24, 0x25);
    private static final int PRIVATE = 0x06;
    private static final Octets AV1 = Octets.ofAscii("AV01");

    private final Set<Integer> maps = new HashSet<>();
    private final Map<Integer, ByteArrayOutputStream> parts = new HashMap<>();
    private final Map<Integer, Boolean> videos = new TreeMap<>();
    private boolean found;
    private boolean av1;

    boolean isTable(int pid) {
        return pid == ASSOCIATIONS || maps.contains(pid);
    }

    /** Streams of pictures, and whether they are H.265, else H.264. */
    Map<Integer, Boolean> videos() {
        return videos;
    }

    boolean namesAv1() {
        return av1;
    }

    boolean wereFound() {
        return found;
    }

    /** The payload of a packet that carries a table; a section may go on in the next one. */
    void section(int pid, boolean starts, Octets payload) {
        Octets content = payload;
        if (starts) {
            int skipped = 1 + payload.at(0);
            if (skipped >= payload.length()) {
                return;
            }
            content = payload.from(skipped);
            parts.put(pid, new ByteArrayOutputStream());
        }
        ByteArrayOutputStream part = parts.get(pid);
        if (part == null || part.size() > LARGEST_SECTION) {
            return;
        }
        part.writeBytes(content.toByteArray());
        Octets section = Octets.adopt(part.toByteArray());
        int length = section.length() < HEADER ? 0 : (section.at(1) & 0x0F) << 8 | section.at(2);
        if (length > CHECK && section.length() >= HEADER + length) {
            table(section.slice(0, HEADER + length - CHECK), pid);
            parts.remove(pid);
        }
    }

    private void table(Octets table, int pid) {
        if (pid == ASSOCIATIONS && table.at(0) == ASSOCIATION_TABLE) {
            for (int at = 8; at + 4 <= table.length() && maps.size() < MOST_PROGRAMMES; at += 4) {
                boolean network = table.at(at) == 0 && table.at(at + 1) == 0;
                if (!network) {
                    maps.add((table.at(at + 2) & 0x1F) << 8 | table.at(at + 3));
                }
            }
        } else if (table.at(0) == MAP_TABLE && table.length() >= 12) {
            found = true;
            streams(table, 12 + ((table.at(10) & 0x0F) << 8 | table.at(11)));
        }
    }

    private void streams(Octets table, int first) {
        int at = first;
        while (at + 5 <= table.length()) {
            int type = table.at(at);
            int pid = (table.at(at + 1) & 0x1F) << 8 | table.at(at + 2);
            int length = (table.at(at + 3) & 0x0F) << 8 | table.at(at + 4);
            Octets descriptors = table.slice(at + 5, Math.min(length, table.length() - at - 5));
            if (H264.contains(type) || H265.contains(type)) {
                videos.put(pid, H265.contains(type));
            }
            av1 |= type == PRIVATE && descriptors.indexOf(AV1, 0).isPresent();
            at += 5 + length;
        }
    }
}
