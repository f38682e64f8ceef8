import org.jspecify.annotations.NullMarked;

/**
 * Peer support: protocols as data, sessions that keep to them, referrals followed until they are
 * settled. Not therapy and no clinical advice; no storage, no user interface, no network.
 *
 * <h2>Words</h2>
 *
 * <dl>
 *   <dt>Protocol, variant
 *   <dd>How a conversation goes, as data; one that differs from another is a variant of it.
 *   <dt>Element
 *   <dd>A part of a conversation.
 *   <dt>Session
 *   <dd>One conversation between a peer supporter and a colleague, and what comes of it.
 *   <dt>Referral
 *   <dd>A resource that was offered, followed until it is settled.
 *   <dt>Consent, hand-off
 *   <dd>The peer's yes to an offer, which can be taken back; the connection to who helps further.
 *   <dt>Appreciation
 *   <dd>Thanks, for facets such as the work.
 *   <dt>Concern
 *   <dd>A person's judgement that someone may be at risk; software never infers one.
 *   <dt>Fact
 *   <dd>What the peer or the outside did, or a concern; it happened, so no rule refuses it.
 *   <dt>Obligation
 *   <dd>What a deadline asks for and nobody has done yet.
 *   <dt>Departure, override
 *   <dd>An act against a rule that is recorded as such; an override gives its reason.
 *   <dt>Settled
 *   <dd>Over, with nothing left to follow.
 * </dl>
 */
@NullMarked
@SuppressWarnings(
    "module") // the modules that the internal packages are exported to are built later
module org.peersupport.core {
  requires org.slf4j;
  requires static org.apiguardian.api;
  requires static org.immutables.value.annotations;
  requires static org.jspecify;

  exports org.peersupport.protocol;
  exports org.peersupport.session;
  exports org.peersupport.internal to
      org.peersupport.study;
  exports org.peersupport.internal.automaton to
      org.peersupport.study;
  exports org.peersupport.internal.engine to
      org.peersupport.study;
  exports org.peersupport.internal.words to
      org.peersupport.study;
}
