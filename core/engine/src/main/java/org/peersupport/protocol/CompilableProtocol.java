package org.peersupport.protocol;

import java.util.List;
import java.util.Locale;
import org.immutables.value.Value;
import org.peersupport.internal.DomainStyle;
import org.peersupport.internal.automaton.Engine;
import org.peersupport.internal.automaton.EngineHolder;

/**
 * The only kind of protocol there is, with its engine: what follows from the document is worked out
 * when it is first asked for, and kept. It stands apart from {@link Protocol} so that no public
 * signature names the engine.
 */
@Value.Immutable
@DomainStyle
abstract sealed class CompilableProtocol extends Protocol implements EngineHolder
    permits ImmutableCompilableProtocol {
  @Override
  @Value.Lazy
  public List<ExpandedRule> expandedRules() {
    return Expansion.of(this);
  }

  @Override
  @Value.Lazy
  public List<Deadline> expandedDeadlines() {
    return Expansion.deadlinesOf(this);
  }

  @Override
  @Value.Lazy
  public List<Activity> activities() {
    return Alphabet.of(this);
  }

  @Override
  @Value.Lazy
  public String reference() {
    return id() + "@" + release();
  }

  @Override
  @Value.Lazy
  public String fingerprint() {
    return Fingerprint.of(this);
  }

  @Value.Lazy
  TranslatedProtocols translated() {
    return new TranslatedProtocols(this);
  }

  @Override
  public Protocol in(Locale locale) {
    return translated().in(locale);
  }

  @Override
  @Value.Lazy
  public Engine engine() {
    return Compiler.compile(this);
  }
}
