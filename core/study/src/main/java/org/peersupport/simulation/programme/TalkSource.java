package org.peersupport.simulation.programme;

/** Where the conversations of a run come from. */
interface TalkSource {
  /**
   * What of a conversation matters to a programme.
   *
   * @param millis how long it takes
   * @param declined whether it ended because the person declined
   * @param referredOn whether the person was referred on
   */
  record Talk(long millis, boolean declined, boolean referredOn) {}

  /**
   * A conversation.
   *
   * @param seed of the run
   * @param number of the conversation
   */
  Talk draw(long seed, long number);
}
