package org.peersupport.json.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The Merkle tree hash of a growing list, and the inclusion proof of one of its entries, in memory
 * that grows with the logarithm of the list: only the roots of the complete subtrees are kept.
 *
 * <p>Source: RFC 9162 (the tree of RFC 6962), sections 2.1.1 to 2.1.3: a leaf is hashed after a
 * byte 0, an inner node after a byte 1, so that neither can be taken for the other. Not safe to
 * share between threads.
 */
final class MerkleTree {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  /** A subtree with 2^level leaves; in the end also the one at the right, which may have fewer. */
  private static final class Subtree {
    private final int level;
    private final byte[] hash;
    private final boolean proven;

    Subtree(int level, byte[] hash, boolean proven) {
      this.level = level;
      this.hash = hash;
      this.proven = proven;
    }
  }

  private final long wanted;
  private final Deque<Subtree> subtrees = new ArrayDeque<>();
  private final List<byte[]> path = new ArrayList<>();
  private long size;

  private MerkleTree(long wanted) {
    this.wanted = wanted;
  }

  /** An empty tree. */
  static MerkleTree empty() {
    return new MerkleTree(-1);
  }

  /**
   * An empty tree that will prove one of its leaves.
   *
   * @param index its place, from 0
   */
  static MerkleTree proving(long index) {
    return new MerkleTree(index);
  }

  /** Adds an entry at the right. */
  void add(byte[] entry) {
    Subtree added = new Subtree(0, leaf(entry), size == wanted);
    while (!subtrees.isEmpty() && subtrees.getLast().level == added.level) {
      added = join(subtrees.removeLast(), added, path);
    }
    subtrees.addLast(added);
    size++;
  }

  private static Subtree join(Subtree left, Subtree right, List<byte[]> path) {
    if (left.proven) {
      path.add(right.hash);
    } else if (right.proven) {
      path.add(left.hash);
    }
    return new Subtree(left.level + 1, node(left.hash, right.hash), left.proven || right.proven);
  }

  /** How many entries there are. */
  long size() {
    return size;
  }

  /** The root; of no entries the hash of nothing. */
  byte[] root() {
    return fold(new ArrayList<>()).map(whole -> whole.hash).orElseGet(Hashes::sha256);
  }

  /** The hashes that lead from the leaf to the root, from below. */
  List<byte[]> path() {
    List<byte[]> whole = new ArrayList<>(path);
    fold(whole);
    return whole;
  }

  private Optional<Subtree> fold(List<byte[]> into) {
    Iterator<Subtree> fromTheRight = subtrees.descendingIterator();
    if (!fromTheRight.hasNext()) {
      return Optional.empty();
    }
    Subtree joined = fromTheRight.next();
    while (fromTheRight.hasNext()) {
      joined = join(fromTheRight.next(), joined, into);
    }
    return Optional.of(joined);
  }

  /**
   * The root that the path leads to.
   *
   * <p>Source: RFC 9162, section 2.1.3.2.
   *
   * @param entry what is said to be in the tree
   * @param index its place, from 0
   * @param size how many entries the tree is said to have
   * @return empty when a path of a tree of that size would be longer or shorter
   */
  static Optional<byte[]> root(byte[] entry, long index, long size, List<byte[]> path) {
    if (index < 0 || index >= size) {
      return Optional.empty();
    }
    long place = index;
    long last = size - 1;
    byte[] hash = leaf(entry);
    for (byte[] other : path) {
      if (last == 0) {
        return Optional.empty();
      }
      if ((place & 1) == 1 || place == last) {
        hash = node(other, hash);
        while ((place & 1) == 0 && place != 0) {
          place >>= 1;
          last >>= 1;
        }
      } else {
        hash = node(hash, other);
      }
      place >>= 1;
      last >>= 1;
    }
    return last == 0 ? Optional.of(hash) : Optional.empty();
  }

  private static byte[] leaf(byte[] entry) {
    return Hashes.sha256(LEAF, entry);
  }

  private static byte[] node(byte[] left, byte[] right) {
    return Hashes.sha256(NODE, left, right);
  }
}
