package org.peersupport.simulation.estimation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.peersupport.internal.study.Choices;
import org.peersupport.protocol.Activity;
import org.peersupport.session.Event;
import org.peersupport.session.HistoryReview;

/**
 * A conversation as the events of its session tell it. Corrections and what they correct are not to
 * be given, nor a session that was entered in error. What comes after the ending is no part of the
 * conversation and passed over. Memory grows with the referrals alone. Not safe to share between
 * threads.
 */
public final class ObservedSession {
  private final ObservedConversation conversation;
  private Map<String, String> resources = Map.of();

  /**
   * A session that begins.
   *
   * @param conversation takes what happens
   */
  public ObservedSession(ObservedConversation conversation) {
    this.conversation = Objects.requireNonNull(conversation, "conversation");
  }

  /** Whether the conversation has ended. */
  public boolean isOver() {
    return conversation.isOver();
  }

  /**
   * Takes the next event. Thanks for several facets are as many activities, of which only the last
   * takes time.
   *
   * @throws IllegalArgumentException if it speaks of what the protocol does not have, or of a
   *     referral that was not offered
   */
  public void add(Event event) {
    if (isOver()) {
      return;
    }
    if (event instanceof Event.SessionPaused) {
      conversation.pause(event.at());
    } else if (event instanceof Event.SessionResumed) {
      conversation.resume(event.at());
    } else if (event instanceof Event.SessionClosed) {
      next(Choices.CLOSE, event);
    } else if (event instanceof Event.SessionEnded e) {
      next(Choices.end(e.reason().wireName()), event);
    } else {
      activities(event).forEach(each -> next(each, event));
    }
  }

  private void next(String choice, Event event) {
    conversation.next(choice, event.at());
  }

  private List<String> activities(Event event) {
    if (event instanceof Event.ReferralOffered offered) {
      offered(offered);
    }
    return HistoryReview.activities(event, id -> Optional.of(resource(id))).stream()
        .map(Activity::text)
        .toList();
  }

  private void offered(Event.ReferralOffered event) {
    if (resources.isEmpty()) {
      resources = new HashMap<>();
    }
    resources.put(event.referral(), event.resource());
  }

  private String resource(String referral) {
    String resource = resources.get(referral);
    if (resource == null) {
      throw new IllegalArgumentException("no referral of this session");
    }
    return resource;
  }
}
