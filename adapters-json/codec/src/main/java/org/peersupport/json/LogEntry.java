package org.peersupport.json;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.IssueCode;
import org.peersupport.session.Event;

/** A line of a log that says something: an event, or what should have been one. */
public sealed interface LogEntry {
  /** The line, from 1. */
  int line();

  /**
   * An event.
   *
   * @param line the line, from 1
   * @param event never null
   */
  record Recorded(int line, Event event) implements LogEntry {
    /** Checks that nothing is null. */
    public Recorded {
      Objects.requireNonNull(event, "event");
    }
  }

  /**
   * A line that cannot be read.
   *
   * @param line the line, from 1
   * @param session the id of the session that it names, if that much can be told
   * @param issues everything that is wrong with it; never empty
   */
  record Broken(int line, Optional<String> session, List<Issue> issues) implements LogEntry {
    /** Copies the list and checks that nothing is null. */
    public Broken {
      Objects.requireNonNull(session, "session");
      issues = List.copyOf(issues);
    }
  }

  /**
   * A last line that breaks off, without a line feed: whoever wrote it was stopped, or is still at
   * it. It is no event, and the entries before it stand.
   *
   * @param line the line, from 1
   * @param offset where it begins, in bytes of the unpacked log
   */
  record Torn(int line, long offset) implements LogEntry {
    private static final String EXPLANATION =
        "The last line breaks off and was left out; the events before it stand.";

    /** The same as a problem, {@link IssueCode#TORN}. */
    public Issue issue() {
      return new Issue(IssueCode.TORN.wireName(), "", line, EXPLANATION);
    }
  }
}
