package org.estampille.bind;

import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.crypto.CryptoEngine;

/**
 * The hash trees of C2PA (2.5 clause 16.3.2.1): a parent is the hash of its two children one after the other; a last node without
 * a sibling goes up as it is.
 *
 * @param algorithm of every node
 * @param engine that hashes
 */
public record MerkleTree(HashAlgorithm algorithm, CryptoEngine engine) {

    /** Whether a tree over {@code leaves} leaves has a row of {@code size} nodes. */
    public static boolean hasRow(long leaves, long size) {
        long row = leaves;
        while (row > size && row > 1) {
            row = above(row);
        }
        return size >= 1 && row == size;
    }

    private static long above(long row) {
        return row / 2 + row % 2;
    }

    /** The row of {@code size} nodes over {@code leaves}, which must exist. */
    public List<Octets> row(List<Octets> leaves, int size) {
        List<Octets> row = leaves;
        while (row.size() > size) {
            row = parents(row);
        }
        return List.copyOf(row);
    }

    /** All rows from the leaves up to that of {@code size} nodes, which must exist. */
    List<List<Octets>> rows(List<Octets> leaves, int size) {
        List<List<Octets>> rows = new ArrayList<>();
        rows.add(leaves);
        while (rows.get(rows.size() - 1).size() > size) {
            rows.add(parents(rows.get(rows.size() - 1)));
        }
        return rows;
    }

    /** The proof of one leaf, read off {@link #rows}. */
    static List<Octets> proof(List<List<Octets>> rows, int location) {
        List<Octets> proof = new ArrayList<>();
        int index = location;
        for (List<Octets> row : rows.subList(0, rows.size() - 1)) {
            int sibling = index ^ 1;
            if (sibling < row.size()) {
                proof.add(row.get(sibling));
            }
            index /= 2;
        }
        return proof;
    }

    private List<Octets> parents(List<Octets> row) {
        List<Octets> parents = new ArrayList<>();
        for (int i = 0; i + 1 < row.size(); i += 2) {
            parents.add(parent(row.get(i), row.get(i + 1)));
        }
        if (row.size() % 2 == 1) {
            parents.add(row.get(row.size() - 1));
        }
        return parents;
    }

    private Octets parent(Octets left, Octets right) {
        return engine.hash(algorithm, left, right).value();
    }

    /** The hashes a leaf needs to reach the row of {@code size} nodes, from the leaves upwards; absent siblings are left out. */
    public List<Octets> proof(List<Octets> leaves, int location, int size) {
        List<Octets> proof = new ArrayList<>();
        List<Octets> row = leaves;
        int index = location;
        while (row.size() > size) {
            int sibling = index ^ 1;
            if (sibling < row.size()) {
                proof.add(row.get(sibling));
            }
            row = parents(row);
            index /= 2;
        }
        return proof;
    }

    /** Whether {@code leaf} at {@code location} of {@code count} leads with {@code proof} to its node in {@code row}. */
    public boolean proves(Octets leaf, long location, long count, List<Octets> proof, List<Octets> row) {
        if (location < 0 || location >= count) {
            return false;
        }
        Octets hash = leaf;
        long index = location;
        int used = 0;
        for (long size = count; size > row.size(); size = above(size)) {
            if ((index ^ 1) < size) {
                if (used == proof.size()) {
                    return false;
                }
                Octets sibling = proof.get(used++);
                hash = index % 2 == 1 ? parent(sibling, hash) : parent(hash, sibling);
            }
            index /= 2;
        }
        return used == proof.size() && row.get((int) index).equals(hash);
    }
}
