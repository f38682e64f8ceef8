package org.peersupport.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

  /** The protocol in the languages of its translations, each made when it is first asked for. */
  @Value.Lazy
  Map<Translation, Protocol> translated() {
    return new ConcurrentHashMap<>();
  }

  @Override
  public Protocol in(Locale locale) {
    Optional<Translation> words = translation(locale);
    return words.isEmpty() ? this : translated().computeIfAbsent(words.get(), this::translated);
  }

  /** The rules are the same, so nothing has to be checked again. */
  private Protocol translated(Translation words) {
    TranslatedParts parts = new TranslatedParts(this, words);
    return ImmutableCompilableProtocol.of(
        id(),
        release(),
        parts.title(),
        source(),
        caution(),
        derivedFrom(),
        parts.elements(),
        order(),
        parts.resources(),
        parts.levels(),
        parts.facets(),
        parts.reasons(),
        pairing(),
        parts.rules(),
        parts.deadlines(),
        examples(),
        List.of());
  }

  @Override
  @Value.Lazy
  public Engine engine() {
    return Compiler.compile(this);
  }
}
