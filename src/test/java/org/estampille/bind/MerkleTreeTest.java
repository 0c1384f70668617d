package org.estampille.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.crypto.CryptoEngine;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private static final CryptoEngine ENGINE = CryptoEngine.platform();
    private static final MerkleTree TREE = new MerkleTree(HashAlgorithm.SHA256, ENGINE);

    private static List<Octets> leaves(int count) {
        List<Octets> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(hash(Octets.of(i, i >> 8)));
        }
        return leaves;
    }

    private static Octets hash(Octets... parts) {
        return ENGINE.hash(HashAlgorithm.SHA256, parts).value();
    }

    @Test
    void a_parent_is_the_hash_of_its_children_and_an_odd_node_goes_up_unchanged() {
        List<Octets> five = leaves(5);
        Octets a = hash(five.get(0), five.get(1));
        Octets b = hash(five.get(2), five.get(3));
        assertThat(TREE.row(five, 3)).containsExactly(a, b, five.get(4));
        assertThat(TREE.row(five, 2)).containsExactly(hash(a, b), five.get(4));
        assertThat(TREE.row(five, 1)).containsExactly(hash(hash(a, b), five.get(4)));
    }

    @Test
    void rows_are_known_by_their_size() {
        assertThat(List.of(11L, 6L, 3L, 2L, 1L)).allMatch(size -> MerkleTree.hasRow(11, size));
        assertThat(List.of(0L, 4L, 5L, 7L, 10L, 12L)).noneMatch(size -> MerkleTree.hasRow(11, size));
        assertThat(MerkleTree.hasRow(0, 0)).isFalse();
        assertThat(MerkleTree.hasRow(0, 1)).isFalse();
        assertThat(MerkleTree.hasRow(Long.MAX_VALUE, 1)).isTrue();
    }

    @Test
    void every_leaf_of_every_tree_proves_itself_to_every_row_and_to_no_other_place() {
        for (int count = 1; count <= 19; count++) {
            List<Octets> leaves = leaves(count);
            for (int size = count; size >= 1; size = size == 1 ? 0 : (size + 1) / 2) {
                List<Octets> row = TREE.row(leaves, size);
                for (int at = 0; at < count; at++) {
                    List<Octets> proof = TREE.proof(leaves, at, size);
                    assertThat(TREE.proves(leaves.get(at), at, count, proof, row))
                            .isTrue();
                    int other = (at + 1) % count;
                    assertThat(count > 1 && TREE.proves(leaves.get(at), other, count, proof, row))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void a_proof_that_is_too_long_or_too_short_or_for_no_leaf_proves_nothing() {
        List<Octets> leaves = leaves(7);
        List<Octets> root = TREE.row(leaves, 1);
        List<Octets> proof = TREE.proof(leaves, 2, 1);
        List<Octets> longer = new ArrayList<>(proof);
        longer.add(leaves.get(0));
        assertThat(TREE.proves(leaves.get(2), 2, 7, longer, root)).isFalse();
        assertThat(TREE.proves(leaves.get(2), 2, 7, proof.subList(0, 2), root)).isFalse();
        assertThat(TREE.proves(leaves.get(2), 7, 7, proof, root)).isFalse();
        assertThat(TREE.proves(leaves.get(2), -1, 7, proof, root)).isFalse();
    }
}
