package org.peersupport.json.studies;

/** The annotated corpora of conversations that can be turned into logs. */
public enum TranscriptCorpus {
  /** ESConv: one JSON array of conversations, each turn of a supporter with its strategy. */
  ESCONV("esconv"),
  /** AnnoMI: a CSV table of utterances, each of a therapist with the main behaviour. */
  ANNOMI("annomi");

  private final String wire;

  TranscriptCorpus(String wire) {
    this.wire = wire;
  }

  /** The name in mappings. */
  public String wireName() {
    return wire;
  }
}
