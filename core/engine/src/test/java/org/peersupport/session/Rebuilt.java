package org.peersupport.session;

import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;

/** The same protocol put together once more, with nothing remembered. */
final class Rebuilt {
  private Rebuilt() {}

  static Protocol of(Protocol protocol) {
    ProtocolBuilder builder =
        ProtocolBuilder.of(protocol.id(), protocol.release())
            .title(protocol.title())
            .source(protocol.source())
            .order(protocol.order())
            .pairing(protocol.pairing())
            .concerns(protocol.concerns().toArray(new String[0]))
            .appreciation(protocol.appreciation().toArray(new String[0]));
    protocol.derivedFrom().ifPresent(builder::derivedFrom);
    protocol.elements().forEach(builder::element);
    protocol.resources().forEach(builder::resource);
    protocol.rules().forEach(builder::rule);
    protocol.deadlines().forEach(builder::deadline);
    protocol.examples().forEach(builder::example);
    return builder.build();
  }
}
