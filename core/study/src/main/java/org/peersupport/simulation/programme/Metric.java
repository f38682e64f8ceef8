package org.peersupport.simulation.programme;

/**
 * The figures that are reported of a programme, each for one run. The wire names are stable; the
 * words are not.
 *
 * <p>Quantiles are those of the empirical distribution (R. J. Hyndman, Y. Fan, Sample quantiles in
 * statistical packages, The American Statistician 50(4), 1996, definition 1).
 */
public enum Metric {
  /** How many people were referred to the programme. */
  REFERRED("referred", MetricUnit.COUNT, "people referred"),
  /** How many people were referred in a month. */
  REFERRED_PER_MONTH("referred-per-month", MetricUnit.COUNT, "people referred in a month, mean"),
  /** How many people were referred in the month with fewest. */
  REFERRED_LEAST(
      "referred-least-in-a-month", MetricUnit.COUNT, "people referred in a month, fewest"),
  /** How many people were referred in the month with most. */
  REFERRED_MOST("referred-most-in-a-month", MetricUnit.COUNT, "people referred in a month, most"),
  /** How many people declined. */
  DECLINED("declined", MetricUnit.COUNT, "people who declined"),
  /** Of those contacted, the share that declined. */
  DECLINED_SHARE("declined-share", MetricUnit.SHARE, "declined, of those contacted"),
  /** How many people had at least one conversation and did not decline. */
  SUPPORTED("supported", MetricUnit.COUNT, "people supported"),
  /** How many people had not been contacted at the end. */
  WAITING("waiting", MetricUnit.COUNT, "people not yet contacted at the end"),
  /** How many of those supported were in a conversation at the end, or had another ahead. */
  UNDER_WAY("under-way", MetricUnit.COUNT, "people still being supported at the end"),
  /**
   * From the referral to the first contact. Whoever still waits at the end counts as waiting for
   * longer than so far, here and in what follows: the estimate of Kaplan and Meier, with the
   * longest wait taken as over.
   */
  WAIT_MEAN("wait-mean", MetricUnit.HOURS, "wait to first contact, mean"),
  /** Half of the people wait no longer. */
  WAIT_MEDIAN("wait-median", MetricUnit.HOURS, "wait to first contact, median"),
  /** Of ten people, nine wait no longer. */
  WAIT_90("wait-90", MetricUnit.HOURS, "wait to first contact, nine in ten at most"),
  /** The longest wait, over or not. */
  WAIT_LONGEST("wait-longest", MetricUnit.HOURS, "wait to first contact, longest"),
  /** Of those referred longer than the limit before the end, the share contacted within it. */
  WITHIN_LIMIT("within-limit", MetricUnit.SHARE, "contacted within the limit"),
  /** Of those referred, the share for whom nobody who fits had a place just then. */
  QUEUED_SHARE("queued-share", MetricUnit.SHARE, "had to wait for a place, of those referred"),
  /** How many people waited for a place, on average over the time. */
  QUEUE_MEAN("queue-mean", MetricUnit.COUNT, "people waiting for a place, mean"),
  /** The most people who waited for a place at once. */
  QUEUE_MOST("queue-most", MetricUnit.COUNT, "people waiting for a place, most at once"),
  /** How many conversations there were. */
  CONVERSATIONS("conversations", MetricUnit.COUNT, "conversations"),
  /** Conversations of a supported person. */
  CONVERSATIONS_MEAN("conversations-mean", MetricUnit.COUNT, "conversations per person, mean"),
  /** Conversations of a supported person. */
  CONVERSATIONS_MEDIAN(
      "conversations-median", MetricUnit.COUNT, "conversations per person, median"),
  /** Conversations of the supported person who had fewest. */
  CONVERSATIONS_LEAST("conversations-least", MetricUnit.COUNT, "conversations per person, fewest"),
  /** Conversations of the supported person who had most. */
  CONVERSATIONS_MOST("conversations-most", MetricUnit.COUNT, "conversations per person, most"),
  /** How many of those supported were referred on. */
  REFERRED_ON("referred-on", MetricUnit.COUNT, "people referred on"),
  /** Of those supported, the share referred on. */
  REFERRED_ON_SHARE("referred-on-share", MetricUnit.SHARE, "referred on, of those supported"),
  /** Of the places of all supporters together, the share that was taken, mean over the time. */
  PLACES_SHARE("places-share", MetricUnit.SHARE, "share of supporters' places taken"),
  /**
   * Of the hours of all supporters together, the share in which they were with people. What goes on
   * when hours have ended counts neither above nor below the line.
   */
  BUSY_SHARE("busy-share", MetricUnit.SHARE, "share of supporters' hours with people"),
  /** The same of the supporter with the largest such share. */
  BUSIEST_SHARE("busiest-share", MetricUnit.SHARE, "the same, of the busiest supporter");

  private final String wire;
  private final MetricUnit unit;
  private final String words;

  Metric(String wire, MetricUnit unit, String words) {
    this.wire = wire;
    this.unit = unit;
    this.words = words;
  }

  /** The stable name. */
  public String wireName() {
    return wire;
  }

  /** What it counts. */
  public MetricUnit unit() {
    return unit;
  }

  /** The smallest that is possible: who was supported had a conversation. */
  double least() {
    return switch (this) {
      case CONVERSATIONS_MEAN, CONVERSATIONS_MEDIAN, CONVERSATIONS_LEAST, CONVERSATIONS_MOST -> 1;
      default -> 0;
    };
  }

  /** What people call it. */
  public String words() {
    return words;
  }
}
