package org.peersupport.json.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.peersupport.protocol.ActMember;
import org.peersupport.protocol.ActType;

/** The members that each type of act must have and may have, as sets for a {@link Shape}. */
final class MemberMasks {
  private final Map<ActType, Long> needed = new EnumMap<>(ActType.class);
  private final Map<ActType, Long> meant = new EnumMap<>(ActType.class);

  /**
   * @param places the sets of {@link #at} for a member
   * @param optional whether the member may be left out
   */
  MemberMasks(Function<ActMember, long[]> places, Predicate<ActMember> optional) {
    for (ActType type : ActType.values()) {
      long must = 0;
      long may = 0;
      for (ActMember member : type.members()) {
        long[] sets = places.apply(member);
        must |= optional.test(member) ? 0 : sets[0];
        may |= sets[0] | sets[1];
      }
      needed.put(type, must);
      meant.put(type, may);
    }
  }

  /** The set of a member, and that of the ways in which it is taken; see {@link Members#as}. */
  static long[] at(int member, int... ways) {
    return new long[] {Shape.mask(member), Shape.mask(ways)};
  }

  /** A member that stands nowhere here. */
  static long[] nowhere() {
    return new long[] {0, 0};
  }

  long needed(ActType type) {
    return Objects.requireNonNull(needed.get(type));
  }

  long meant(ActType type) {
    return Objects.requireNonNull(meant.get(type));
  }
}
