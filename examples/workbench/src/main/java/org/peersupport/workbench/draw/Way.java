package org.peersupport.workbench.draw;

import java.util.ArrayList;
import java.util.List;

/**
 * An arrow between two places; place 0 is the start, and the one after the last stage the close.
 *
 * @param kind why there is a way
 */
record Way(Reason kind, int from, int to) {
  /** Why there is a way. */
  enum Reason {
    /** To the next stage. */
    FORWARD,
    /** Past optional stages. */
    PAST,
    /** To an earlier stage. */
    BACK
  }

  /** With more arrows than these, Mermaid would refuse the text. */
  private static final int MOST = 400;

  /**
   * The ways between the stages of an ordered picture. When they are too many for anyone to follow,
   * those from each stage to the next alone: the rest is said in each stage.
   */
  static List<Way> of(Picture picture) {
    List<Way> forward = new ArrayList<>();
    List<Way> more = new ArrayList<>();
    int close = picture.stages().size() + 1;
    for (int from = 0; from < close; from++) {
      forward.add(new Way(Reason.FORWARD, from, from + 1));
      for (int to = from + 2; to <= close && isOptional(picture, to - 1); to++) {
        more.add(new Way(Reason.PAST, from, to));
      }
    }
    for (Stage stage : picture.stages()) {
      stage.returns().forEach(to -> more.add(new Way(Reason.BACK, stage.place(), to)));
    }
    if (forward.size() + more.size() <= MOST) {
      forward.addAll(more);
    }
    return forward;
  }

  private static boolean isOptional(Picture picture, int place) {
    return !picture.stages().get(place - 1).required();
  }
}
