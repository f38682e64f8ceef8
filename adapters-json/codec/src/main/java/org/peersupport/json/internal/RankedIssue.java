package org.peersupport.json.internal;

import org.peersupport.json.data.Issue;

/** An issue, with what sorts it among the others. */
final class RankedIssue {
  final Issue issue;

  /** The member of the object at hand that it belongs to; issues are sorted by it. */
  int rank;

  /** Whether it stays also when the member it belongs to turns out to mean nothing here. */
  boolean always;

  /** Whether it is about words for people only, so that the rest can be judged without them. */
  boolean wording;

  RankedIssue(Issue issue) {
    this.issue = issue;
  }
}
