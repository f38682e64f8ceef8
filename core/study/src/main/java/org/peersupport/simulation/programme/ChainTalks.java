package org.peersupport.simulation.programme;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Resource;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.Conversations;
import org.peersupport.simulation.DrawnConversation;

/** Conversations of a protocol and a behaviour. Safe to share between threads. */
final class ChainTalks implements TalkSource {
  private static final String DECLINED = "end:" + EndReason.DECLINED.wireName();

  private final Conversations conversations;
  private final Set<String> referringOn = new HashSet<>();

  /**
   * @param resources that are a referral on; all of the protocol's when there are none
   */
  ChainTalks(ConversationChain chain, List<String> resources) {
    this.conversations = Conversations.of(chain);
    List<String> keys =
        resources.isEmpty()
            ? chain.protocol().resources().stream().map(Resource::key).toList()
            : resources;
    for (String key : keys) {
      referringOn.add("accept:" + key);
      referringOn.add("connect:" + key);
    }
  }

  @Override
  public Talk draw(long seed, long number) {
    DrawnConversation drawn = conversations.draw(seed, number);
    return new Talk(
        drawn.millis(),
        drawn.ending().equals(DECLINED),
        drawn.activities().stream().anyMatch(referringOn::contains));
  }
}
