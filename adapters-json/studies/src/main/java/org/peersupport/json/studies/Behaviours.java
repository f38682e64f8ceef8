package org.peersupport.json.studies;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.PlainBehaviour;

/**
 * The behaviours that ship, as documents, both for {@code ama-six-elements}: {@code usual-talk},
 * conversations of about half an hour in which nobody raises a concern, and {@code
 * usual-talk-with-concerns}, the same where some do. Their numbers are our own; {@code x-about} in
 * each document says what they rest on.
 *
 * <p>{@link PlainBehaviour#of} is a behaviour for every protocol. Safe to share between threads. No
 * argument may be null, and no result is.
 */
public final class Behaviours {
  private static final List<String> DOCUMENTS = List.of("usual-talk", "usual-talk-with-concerns");

  private static final ConcurrentHashMap<String, Behaviour> READ = new ConcurrentHashMap<>();

  private Behaviours() {}

  /** The ids of the behaviours that ship. */
  public static List<String> ids() {
    return DOCUMENTS;
  }

  /** The behaviour that ships with this id. */
  public static Optional<Behaviour> find(String id) {
    return DOCUMENTS.contains(id)
        ? Optional.of(READ.computeIfAbsent(id, Behaviours::shipped))
        : Optional.empty();
  }

  private static Behaviour shipped(String id) {
    try (InputStream in = Behaviours.class.getResourceAsStream("behaviours/" + id + ".json")) {
      if (in == null) {
        throw new IllegalStateException("the behaviour " + id + " is not in this jar");
      }
      String document = new String(in.readAllBytes(), UTF_8);
      return StudyJson.readBehaviour(document).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the behaviour " + id, e);
    }
  }
}
