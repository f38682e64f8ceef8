package org.peersupport.json.certification;

import java.util.Map;

/** A subject that answers as it is told to, by what is sent. */
final class Scripted implements Subject {
  private final Map<String, String> answers;
  private boolean closed;

  Scripted(Map<String, String> answers) {
    this.answers = answers;
  }

  @Override
  public void restart() {}

  @Override
  public String answer(String line) {
    return answers.getOrDefault(Engine.tree(line).path("session").asText(), "{}");
  }

  @Override
  public void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }
}
