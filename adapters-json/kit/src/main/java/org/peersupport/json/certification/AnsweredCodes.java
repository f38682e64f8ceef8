package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.peersupport.json.data.IssueCode;
import org.peersupport.protocol.RefusalCode;

/**
 * The codes of the contract that an answer has. They tell why a subject refuses what it should
 * accept, and nothing about anybody; a code that is not the contract's is never one of them.
 */
final class AnsweredCodes {
  private static final Set<String> CODES = new TreeSet<>();

  static {
    for (RefusalCode code : RefusalCode.values()) {
      CODES.add(code.wireName());
    }
    for (IssueCode code : IssueCode.values()) {
      CODES.add(code.wireName());
    }
  }

  private final Set<String> codes = new TreeSet<>();

  AnsweredCodes(JsonNode answer) {
    add(answer.path("violations"));
    add(answer.path("issues"));
  }

  private void add(JsonNode entries) {
    for (JsonNode entry : entries) {
      String code = entry.path("code").asText();
      if (CODES.contains(code)) {
        codes.add(code);
      }
    }
  }

  /**
   * What is added to the reason of a failure, beginning with a blank; empty when there is none.
   *
   * @param protocol the protocol that the vectors are for
   */
  String sentences(String protocol) {
    if (codes.isEmpty()) {
      return "";
    }
    String came = " It says " + String.join(", ", codes) + ".";
    return codes.contains(RefusalCode.PROTOCOL_UNKNOWN.wireName())
        ? came + " The subject needs the document of " + protocol + "."
        : came;
  }
}
