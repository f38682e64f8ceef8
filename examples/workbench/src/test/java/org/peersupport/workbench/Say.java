package org.peersupport.workbench;

/** Command lines for tests: who opens is sup-1, who is supported is peer-1. */
final class Say {
  private Say() {}

  static String open(String session) {
    return open(session, "ama-six-elements");
  }

  static String open(String session, String protocol) {
    return act(
        session,
        "open",
        "\"protocol\":\""
            + protocol
            + "\",\"supporter\":{\"id\":\"sup-1\"},\"peer\":{\"id\":\"peer-1\"}");
  }

  static String begin(String session, String element) {
    return act(session, "begin", "\"element\":\"" + element + "\"");
  }

  static String offer(String session, String referral, String resource) {
    return act(
        session, "offer", "\"referral\":\"" + referral + "\",\"resource\":\"" + resource + "\"");
  }

  static String referral(String session, String what, String referral) {
    return act(session, what, "\"referral\":\"" + referral + "\"");
  }

  static String thank(String session) {
    return act(session, "thank", "\"facets\":[\"work\",\"sharing\"]");
  }

  static String correct(String session, int seq) {
    return act(session, "correct", "\"seq\":" + seq + ",\"reason\":\"entered in error\"");
  }

  static String plain(String session, String what) {
    return "{\"session\":\"" + session + "\"," + common(what) + "}\n";
  }

  static String act(String session, String what, String more) {
    return "{\"session\":\"" + session + "\"," + common(what) + "," + more + "}\n";
  }

  /** A conversation that is closed and leaves a referral to follow: ten commands. */
  static String whole(String session) {
    return open(session)
        + begin(session, "reach-out")
        + begin(session, "invite-and-listen")
        + begin(session, "reflect-and-reframe")
        + begin(session, "offer-resources")
        + offer(session, "r-1", "employee-assistance")
        + referral(session, "accept", "r-1")
        + begin(session, "close-with-thank-you")
        + thank(session)
        + plain(session, "close");
  }

  private static String common(String what) {
    return "\"at\":\"2026-03-02T09:00:00Z\",\"by\":\"sup-1\",\"do\":\"" + what + "\"";
  }
}
