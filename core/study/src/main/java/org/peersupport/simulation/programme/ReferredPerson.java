package org.peersupport.simulation.programme;

/** A person who was referred, while the programme runs. Not safe to share between threads. */
final class ReferredPerson {
  final int person;
  final long referred;
  final int department;
  int supporter = -1;

  /** The instant of the first contact; -1 before it. */
  long contacted = -1;

  /** Whether nobody who fits had a place when the person was referred. */
  boolean queued;

  boolean declined;
  boolean referredOn;

  /** How many conversations there were, and how many there will be. */
  int talks;

  int allTalks;

  /** Whether the last contact or conversation is over, not only begun. */
  boolean over;

  ReferredPerson(int person, long referred, int department) {
    this.person = person;
    this.referred = referred;
    this.department = department;
  }

  /** Whether nothing follows the contact or conversation that has begun. */
  boolean isLast() {
    return declined || (talks > 0 && talks == allTalks);
  }
}
