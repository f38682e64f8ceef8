package org.peersupport.json.studies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.TitledKey;

/**
 * What the labels of an annotated corpus mean in a protocol, so that its conversations can be
 * studied as sessions. A mapping is somebody's reading; the corpus and the protocol say nothing of
 * each other. Immutable; nothing is ever null.
 *
 * @param id the mapping's own id
 * @param corpus what kind of corpus it reads
 * @param protocol the {@code id} or {@code id@release} of the protocol
 * @param labels what each label of a supporter's turn stands for, empty for nothing, in the order
 *     of the document; the empty label is that of turns that have none
 * @param closes whether conversations are closed at their end
 * @param ends why they ended early instead; empty when they are closed, or left as they stand
 */
public record TranscriptMapping(
    String id,
    TranscriptCorpus corpus,
    String protocol,
    Map<String, Optional<Activity>> labels,
    boolean closes,
    Optional<EndReason> ends) {
  /** Copies the map and checks that there is one ending at most. */
  public TranscriptMapping {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(corpus, "corpus");
    Objects.requireNonNull(protocol, "protocol");
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    if (closes && ends.isPresent()) {
      throw new IllegalArgumentException("a conversation is closed or ended early, not both");
    }
  }

  /**
   * The activities and the reason of an end in the mapping that the protocol does not have, a
   * sentence for each; empty when it fits.
   */
  public List<String> problems(Protocol protocol) {
    List<String> problems = new ArrayList<>();
    for (Activity activity :
        labels.values().stream().flatMap(Optional::stream).distinct().toList()) {
      if (!protocol.activities().contains(activity)) {
        problems.add(
            "A label stands for "
                + activity.text()
                + ", which "
                + protocol.reference()
                + " does not have. It has: "
                + String.join(", ", alike(protocol, activity))
                + ".");
      }
    }
    if (ends.isPresent() && !protocol.knows(ends.get())) {
      problems.add(
          "Conversations end for "
              + ends.get().wireName()
              + ", a reason which "
              + protocol.reference()
              + " does not have. It has: "
              + String.join(", ", protocol.endReasons().stream().map(TitledKey::key).toList())
              + ".");
    }
    return problems;
  }

  private static List<String> alike(Protocol protocol, Activity activity) {
    return protocol.activities().stream()
        .filter(each -> each.kind() == activity.kind())
        .map(Activity::text)
        .toList();
  }
}
