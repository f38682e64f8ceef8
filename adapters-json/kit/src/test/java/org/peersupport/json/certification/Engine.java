package org.peersupport.json.certification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.SessionDesk;
import org.peersupport.json.Variants;
import org.peersupport.protocol.Protocol;

/** The library itself as a subject. */
final class Engine implements Subject {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Function<String, Optional<Protocol>> protocols;
  private SessionDesk desk;

  /**
   * @param documents protocols that come before those that ship
   */
  Engine(List<String> documents) {
    List<Protocol> given =
        documents.stream().map(each -> PeerSupportJson.readProtocol(each).orElseThrow()).toList();
    this.protocols =
        name ->
            given.stream()
                .filter(each -> name.equals(each.id()) || name.equals(each.reference()))
                .findFirst()
                .or(() -> Variants.find(name));
    this.desk = emptyDesk();
  }

  private SessionDesk emptyDesk() {
    return new SessionDesk(protocols, event -> {});
  }

  @Override
  public void restart() {
    desk = emptyDesk();
  }

  @Override
  public String answer(String line) {
    return desk.answer(line, 1).line();
  }

  ObjectNode answer(ObjectNode command) {
    return tree(answer(command.toString()));
  }

  static ObjectNode tree(String json) {
    try {
      return (ObjectNode) MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public void close() {}
}
