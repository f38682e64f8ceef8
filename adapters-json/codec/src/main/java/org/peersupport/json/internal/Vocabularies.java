package org.peersupport.json.internal;

import org.peersupport.protocol.Consent;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Holds;
import org.peersupport.protocol.Need;
import org.peersupport.protocol.OrderMode;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Provenance;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Strength;
import org.peersupport.protocol.Template;

/** The words of the wire format that stand for a choice. */
public final class Vocabularies {
  public static final Vocabulary<EndReason> END_REASONS = new Vocabulary<>();
  static final Vocabulary<Need> NEEDS = new Vocabulary<>();
  public static final Vocabulary<Provenance> PROVENANCES = new Vocabulary<>();
  static final Vocabulary<OrderMode> MODES = new Vocabulary<>();
  static final Vocabulary<Consent> CONSENTS = new Vocabulary<>();
  static final Vocabulary<Pairing> PAIRINGS = new Vocabulary<>();
  static final Vocabulary<Template> TEMPLATES = new Vocabulary<>();
  static final Vocabulary<Rule.ForEach> REPEATS = new Vocabulary<>();
  static final Vocabulary<Strength> STRENGTHS = new Vocabulary<>();
  static final Vocabulary<Holds> HOLDS = new Vocabulary<>();
  static final Vocabulary<Boolean> EXPECTATIONS =
      new Vocabulary<Boolean>().with("accepted", true).with("refused", false);

  static {
    for (EndReason word : EndReason.builtIn()) {
      END_REASONS.with(word.wireName(), word);
    }
    for (Need word : Need.values()) {
      NEEDS.with(word.wireName(), word);
    }
    for (Provenance word : Provenance.values()) {
      PROVENANCES.with(word.wireName(), word);
    }
    for (OrderMode word : OrderMode.values()) {
      MODES.with(word.wireName(), word);
    }
    for (Consent word : Consent.values()) {
      CONSENTS.with(word.wireName(), word);
    }
    for (Pairing word : Pairing.values()) {
      PAIRINGS.with(word.wireName(), word);
    }
    for (Template word : Template.values()) {
      TEMPLATES.with(word.wireName(), word);
    }
    for (Rule.ForEach word : Rule.ForEach.values()) {
      REPEATS.with(word.wireName(), word);
    }
    for (Strength word : Strength.values()) {
      STRENGTHS.with(word.wireName(), word);
    }
    for (Holds word : Holds.values()) {
      HOLDS.with(word.wireName(), word);
    }
  }

  private Vocabularies() {}
}
