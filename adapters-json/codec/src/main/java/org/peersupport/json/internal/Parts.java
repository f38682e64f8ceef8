package org.peersupport.json.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peersupport.session.ConfidentialText;
import org.peersupport.session.Deviation;
import org.peersupport.session.OverrideReason;
import org.peersupport.session.Peer;

/** Reads what commands and events are made of. */
public final class Parts {
  /** Who supports or is supported. */
  public static final ValueReader<Peer> PEER = Parts::peer;

  /** What an event departs from. */
  static final ValueReader<Deviation> DEVIATION = Parts::deviation;

  /** Why someone breaks the glass. */
  static final ValueReader<OverrideReason> OVERRIDE = Parts::override;

  private static final Shape PEER_SHAPE = Shape.of("id", "role", "department");
  private static final Shape DEVIATION_SHAPE =
      Shape.of("rule", "code", "reason", "lateBy", "aheadBy");
  private static final Shape OVERRIDE_SHAPE = Shape.of("reason", "code");
  private static final long FIRST = Shape.mask(0);

  private Parts() {}

  private static @Nullable Peer peer(Source source) throws IOException {
    Members members = Members.of(source, PEER_SHAPE);
    if (members == null) {
      return null;
    }
    String id = null;
    String role = null;
    String department = null;
    for (int member = members.next(); member >= 0; member = members.next()) {
      switch (member) {
        case 0 -> id = members.id();
        case 1 -> role = members.string();
        default -> department = members.string();
      }
    }
    if (!members.end(FIRST)) {
      return null;
    }
    Peer peer = Peer.of(requireNonNull(id));
    if (role != null) {
      peer = peer.as(role);
    }
    return department == null ? peer : peer.from(department);
  }

  private static @Nullable Deviation deviation(Source source) throws IOException {
    Members members = Members.of(source, DEVIATION_SHAPE);
    if (members == null) {
      return null;
    }
    String rule = null;
    String code = null;
    String reason = null;
    Duration lateBy = null;
    Duration aheadBy = null;
    for (int member = members.next(); member >= 0; member = members.next()) {
      switch (member) {
        case 0 -> rule = members.string();
        case 1 -> code = members.string();
        case 2 -> reason = members.string();
        case 3 -> lateBy = members.duration();
        default -> aheadBy = members.duration();
      }
    }
    if (!members.end(FIRST)) {
      return null;
    }
    return new Deviation(
        requireNonNull(rule),
        Optional.ofNullable(code),
        reason == null ? Optional.empty() : Optional.of(ConfidentialText.of(reason)),
        Optional.ofNullable(lateBy),
        Optional.ofNullable(aheadBy));
  }

  private static @Nullable OverrideReason override(Source source) throws IOException {
    Members members = Members.of(source, OVERRIDE_SHAPE);
    if (members == null) {
      return null;
    }
    String reason = null;
    String code = null;
    for (int member = members.next(); member >= 0; member = members.next()) {
      switch (member) {
        case 0 -> reason = members.string();
        default -> code = members.string();
      }
    }
    return members.end(FIRST)
        ? new OverrideReason(ConfidentialText.of(requireNonNull(reason)), Optional.ofNullable(code))
        : null;
  }
}
