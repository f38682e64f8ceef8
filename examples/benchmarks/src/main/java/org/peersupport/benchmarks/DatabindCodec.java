package org.peersupport.benchmarks;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.peersupport.protocol.EndReason;
import org.peersupport.session.Appreciation;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.Metadata;
import org.peersupport.session.Peer;

/**
 * Events as JSON the way most applications would do it: an {@code ObjectMapper} that looks at the
 * records, told by mix-ins what it cannot guess. The same members as on the wire, the type first.
 */
final class DatabindCodec {
  private final ObjectReader reader;
  private final ObjectWriter writer;

  DatabindCodec() {
    SimpleModule scalars = new SimpleModule("scalars");
    scalars.addSerializer(Instant.class, new InstantSerializer());
    scalars.addDeserializer(Instant.class, new InstantDeserializer());
    scalars.setMixInAnnotation(Event.class, EventMixIn.class);
    scalars.setMixInAnnotation(Event.SessionOpened.class, OpenedMixIn.class);
    scalars.setMixInAnnotation(Event.ReferralDeclined.class, ReasonMixIn.class);
    scalars.setMixInAnnotation(Event.ReferralLapsed.class, ReasonMixIn.class);
    scalars.setMixInAnnotation(Metadata.class, MetadataMixIn.class);
    scalars.setMixInAnnotation(Event.AppreciationExpressed.class, AppreciationExpressedMixIn.class);
    scalars.setMixInAnnotation(Appreciation.class, AppreciationMixIn.class);
    scalars.setMixInAnnotation(EndReason.class, EndReasonMixIn.class);
    scalars.setMixInAnnotation(Peer.class, PeerMixIn.class);
    scalars.setMixInAnnotation(Deviation.class, DeviationMixIn.class);
    ObjectMapper mapper =
        JsonMapper.builder()
            .addModule(scalars)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(
                List.class, o -> o.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();
    mapper.registerSubtypes(
        new NamedType(Event.SessionOpened.class, "session-opened"),
        new NamedType(Event.ElementBegun.class, "element-begun"),
        new NamedType(Event.ConcernRaised.class, "concern-raised"),
        new NamedType(Event.ReferralOffered.class, "referral-offered"),
        new NamedType(Event.ReferralAccepted.class, "referral-accepted"),
        new NamedType(Event.ReferralDeclined.class, "referral-declined"),
        new NamedType(Event.ReferralConnected.class, "referral-connected"),
        new NamedType(Event.ReferralCompleted.class, "referral-completed"),
        new NamedType(Event.ReferralWithdrawn.class, "referral-withdrawn"),
        new NamedType(Event.ReferralLapsed.class, "referral-lapsed"),
        new NamedType(Event.AppreciationExpressed.class, "appreciation-expressed"),
        new NamedType(Event.SessionClosed.class, "session-closed"),
        new NamedType(Event.SessionEnded.class, "session-ended"));
    reader = mapper.readerFor(Event.class);
    writer = mapper.writerFor(Event.class);
  }

  byte[] write(Event event) throws IOException {
    return writer.writeValueAsBytes(event);
  }

  Event read(byte[] utf8) throws IOException {
    return reader.readValue(utf8);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonAutoDetect(isGetterVisibility = Visibility.NONE)
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  interface EventMixIn {
    @JsonUnwrapped
    Metadata metadata();
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  interface MetadataMixIn {
    @JsonSerialize(converter = OptionalToInstant.class)
    @JsonDeserialize(using = OptionalInstantDeserializer.class)
    Optional<Instant> recordedAt();

    @JsonSerialize(converter = OptionalToText.class)
    @JsonDeserialize(using = OptionalDeserializer.class)
    Optional<String> commandId();
  }

  interface OpenedMixIn {
    @JsonSerialize(converter = OptionalToText.class)
    @JsonDeserialize(using = OptionalDeserializer.class)
    Optional<String> fingerprint();

    @JsonSerialize(converter = OptionalToText.class)
    @JsonDeserialize(using = OptionalDeserializer.class)
    Optional<String> followUpOf();
  }

  interface ReasonMixIn {
    @JsonSerialize(converter = OptionalToText.class)
    @JsonDeserialize(using = OptionalDeserializer.class)
    Optional<String> reason();
  }

  interface AppreciationExpressedMixIn {
    @JsonProperty("facets")
    Appreciation appreciation();
  }

  interface AppreciationMixIn {
    @JsonValue
    List<String> facets();

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Appreciation of(List<String> facets) {
      return Appreciation.of(facets);
    }
  }

  abstract static class EndReasonMixIn {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    EndReasonMixIn(String wireName) {}

    @JsonValue
    abstract String wireName();
  }

  @JsonSerialize(converter = PeerToPlain.class)
  @JsonDeserialize(converter = PlainToPeer.class)
  interface PeerMixIn {}

  @JsonSerialize(converter = DeviationToPlain.class)
  @JsonDeserialize(converter = PlainToDeviation.class)
  interface DeviationMixIn {}

  /** A peer as databind likes it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PlainPeer(String id, String role, String department) {}

  /** A deviation as databind likes it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PlainDeviation(String rule, String code, String lateBy, String aheadBy) {}

  private static final class PeerToPlain extends StdConverter<Peer, PlainPeer> {
    @Override
    public PlainPeer convert(Peer peer) {
      return new PlainPeer(peer.id(), peer.role().orElse(null), peer.department().orElse(null));
    }
  }

  private static final class PlainToPeer extends StdConverter<PlainPeer, Peer> {
    @Override
    public Peer convert(PlainPeer plain) {
      Peer peer = Peer.of(plain.id());
      peer = plain.role() == null ? peer : peer.as(plain.role());
      return plain.department() == null ? peer : peer.from(plain.department());
    }
  }

  private static final class DeviationToPlain extends StdConverter<Deviation, PlainDeviation> {
    @Override
    public PlainDeviation convert(Deviation deviation) {
      return new PlainDeviation(
          deviation.rule(),
          deviation.code().orElse(null),
          deviation.lateBy().map(Duration::toString).orElse(null),
          deviation.aheadBy().map(Duration::toString).orElse(null));
    }
  }

  private static final class PlainToDeviation extends StdConverter<PlainDeviation, Deviation> {
    @Override
    public Deviation convert(PlainDeviation plain) {
      return new Deviation(
          plain.rule(),
          Optional.ofNullable(plain.code()),
          Optional.empty(),
          Optional.ofNullable(plain.lateBy()).map(Duration::parse),
          Optional.ofNullable(plain.aheadBy()).map(Duration::parse));
    }
  }

  private static final class OptionalToText extends StdConverter<Optional<String>, String> {
    @Override
    public String convert(Optional<String> text) {
      return text.orElse(null);
    }
  }

  private static final class OptionalToInstant extends StdConverter<Optional<Instant>, Instant> {
    @Override
    public Instant convert(Optional<Instant> instant) {
      return instant.orElse(null);
    }
  }

  private static final class OptionalInstantDeserializer
      extends StdScalarDeserializer<Optional<Instant>> {
    private static final long serialVersionUID = 1L;

    OptionalInstantDeserializer() {
      super(Optional.class);
    }

    @Override
    public Optional<Instant> deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      return Optional.of(Instant.parse(json.getText()));
    }

    @Override
    public Optional<Instant> getAbsentValue(DeserializationContext context) {
      return Optional.empty();
    }
  }

  private static final class OptionalDeserializer extends StdScalarDeserializer<Optional<String>> {
    private static final long serialVersionUID = 1L;

    OptionalDeserializer() {
      super(Optional.class);
    }

    @Override
    public Optional<String> deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      return Optional.of(json.getText());
    }

    @Override
    public Optional<String> getAbsentValue(DeserializationContext context) {
      return Optional.empty();
    }
  }

  private static final class InstantSerializer extends StdScalarSerializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantSerializer() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant instant, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(instant.toString());
    }
  }

  private static final class InstantDeserializer extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantDeserializer() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return Instant.parse(json.getText());
    }
  }
}
