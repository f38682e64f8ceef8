package org.peersupport.json.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
  /** The entries and roots that implementations of Certificate Transparency are tested with. */
  private static final List<byte[]> ENTRIES =
      List.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .stream()
          .map(HexFormat.of()::parseHex)
          .toList();

  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private static MerkleTree tree(MerkleTree tree, List<byte[]> entries) {
    entries.forEach(tree::add);
    return tree;
  }

  private static List<byte[]> entries(int count) {
    return IntStream.range(0, count).mapToObj(i -> new byte[] {(byte) i, 42}).toList();
  }

  @Test
  void has_the_published_roots() {
    MerkleTree tree = MerkleTree.empty();
    assertThat(Hashes.text(tree.root())).isEqualTo(ROOTS.get(0));
    for (int size = 1; size <= ENTRIES.size(); size++) {
      tree.add(ENTRIES.get(size - 1));
      assertThat(tree.size()).isEqualTo(size);
      assertThat(Hashes.text(tree.root())).isEqualTo(ROOTS.get(size));
    }
  }

  /** The definition in section 2.1.1 of RFC 9162, word for word. */
  private static byte[] defined(List<byte[]> entries) {
    int n = entries.size();
    if (n == 1) {
      return Hashes.sha256(new byte[] {0}, entries.get(0));
    }
    int k = Integer.highestOneBit(n - 1);
    return Hashes.sha256(
        new byte[] {1}, defined(entries.subList(0, k)), defined(entries.subList(k, n)));
  }

  /** The definition in section 2.1.3.1 of RFC 9162, word for word. */
  private static List<byte[]> definedPath(int m, List<byte[]> entries) {
    int n = entries.size();
    if (n == 1) {
      return new ArrayList<>();
    }
    int k = Integer.highestOneBit(n - 1);
    List<byte[]> left = entries.subList(0, k);
    List<byte[]> right = entries.subList(k, n);
    List<byte[]> path = m < k ? definedPath(m, left) : definedPath(m - k, right);
    path.add(defined(m < k ? right : left));
    return path;
  }

  @Test
  void is_the_tree_of_the_definition_and_so_are_its_paths() {
    for (int size = 1; size <= 64; size++) {
      List<byte[]> entries = entries(size);
      assertThat(tree(MerkleTree.empty(), entries).root()).isEqualTo(defined(entries));
      for (int index = 0; index < size; index++) {
        assertThat(tree(MerkleTree.proving(index), entries).path())
            .usingElementComparator(Arrays::compare)
            .isEqualTo(definedPath(index, entries));
      }
    }
  }

  @Test
  void proves_every_entry_at_every_size_and_nothing_else() {
    for (int size = 1; size <= 64; size++) {
      List<byte[]> entries = entries(size);
      byte[] root = defined(entries);
      for (int index = 0; index < size; index++) {
        List<byte[]> path = tree(MerkleTree.proving(index), entries).path();
        assertThat(leads(entries.get(index), index, size, path, root)).isTrue();

        assertNothingElse(entries, index, path, root);
      }
    }
  }

  private static void assertNothingElse(
      List<byte[]> entries, int index, List<byte[]> path, byte[] root) {
    int size = entries.size();
    byte[] entry = entries.get(index);
    assertThat(leads(new byte[] {1, 2, 3}, index, size, path, root)).isFalse();
    for (int other = -1; other <= size; other++) {
      assertThat(leads(entry, other, size, path, root)).isEqualTo(other == index);
    }
    for (int i = 0; i < path.size(); i++) {
      List<byte[]> altered = new ArrayList<>(path);
      altered.set(i, Hashes.sha256(path.get(i)));
      assertThat(leads(entry, index, size, altered, root)).isFalse();
      altered.remove(i);
      assertThat(leads(entry, index, size, altered, root)).isFalse();
      altered.add(i, path.get(i));
      altered.add(i, path.get(i));
      assertThat(leads(entry, index, size, altered, root)).isFalse();
    }
    List<byte[]> longer = new ArrayList<>(path);
    longer.add(root);
    assertThat(leads(entry, index, size, longer, root)).isFalse();
  }

  @Test
  void takes_no_inner_node_for_an_entry() {
    List<byte[]> entries = entries(4);
    byte[] left = Hashes.sha256(new byte[] {0}, entries.get(0));
    byte[] right = Hashes.sha256(new byte[] {0}, entries.get(1));
    byte[] both = new byte[64];
    System.arraycopy(left, 0, both, 0, 32);
    System.arraycopy(right, 0, both, 32, 32);
    List<byte[]> path = List.of(defined(entries.subList(2, 4)));

    assertThat(leads(both, 0, 2, path, defined(entries))).isFalse();
  }

  private static boolean leads(byte[] entry, int index, int size, List<byte[]> path, byte[] root) {
    return MerkleTree.root(entry, index, size, path)
        .filter(each -> Hashes.text(each).equals(Hashes.text(root)))
        .isPresent();
  }
}
