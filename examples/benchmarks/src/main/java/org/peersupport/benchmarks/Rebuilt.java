package org.peersupport.benchmarks;

import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Example;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.TitledKey;

/**
 * {@code ama-six-elements} put together anew from its parts, as if an application had defined it.
 */
final class Rebuilt {
  private Rebuilt() {}

  /** Nothing of it has been worked out, and none of its checks has been made. */
  static ProtocolBuilder parts() {
    Protocol given = Catalogue.amaSixElements();
    ProtocolBuilder parts =
        ProtocolBuilder.of(given.id(), given.release())
            .title(given.title())
            .source(given.source())
            .order(given.order())
            .pairing(given.pairing())
            .reasons(given.reasons());
    for (TitledKey level : given.levels()) {
      parts.concern(level);
    }
    for (TitledKey facet : given.facets()) {
      parts.appreciation(facet);
    }
    for (Element element : given.elements()) {
      parts.element(element);
    }
    for (Resource resource : given.resources()) {
      parts.resource(resource);
    }
    for (Rule rule : given.rules()) {
      parts.rule(rule);
    }
    for (Deadline deadline : given.deadlines()) {
      parts.deadline(deadline);
    }
    for (Example example : given.examples()) {
      parts.example(example);
    }
    return parts;
  }
}
