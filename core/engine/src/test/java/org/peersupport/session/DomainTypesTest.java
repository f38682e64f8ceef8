package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReferralState;

/** The six types that everybody meets: public, immutable and documented. */
class DomainTypesTest {
  private static final List<Class<?>> TYPES =
      List.of(
          Peer.class,
          Session.class,
          Element.class,
          Referral.class,
          Appreciation.class,
          Protocol.class);

  /** A class comment of which the first sentence begins as a noun phrase does. */
  private static final Pattern COMMENT =
      Pattern.compile(
          "/\\*\\*\\s+\\* (?:A|An|The|One) [a-z-]+ [^/]*?\\*/\\s+(?:@[^\\n]+\\s+)*public ");

  static Stream<Class<?>> types() {
    return TYPES.stream();
  }

  /** A value of each type, the most filled of its kind that the tests have. */
  static Stream<Object> values() {
    Protocol protocol = Catalogue.amaSixElements();
    Session session = Talk.under(protocol).session();
    return Stream.of(
        session.supporter(),
        session,
        protocol.elements().get(0),
        Referral.of("r-1", "chaplaincy", ReferralState.OFFERED),
        Appreciation.of("work", "sharing"),
        protocol);
  }

  /** The class of a value and those above it, as far as they are ours. */
  private static List<Class<?>> classes(Class<?> type) {
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
      classes.add(each);
    }
    return classes;
  }

  @Test
  void there_is_a_value_of_each() {
    List<Object> values = values().toList();
    for (int i = 0; i < TYPES.size(); i++) {
      assertThat(values.get(i)).isInstanceOf(TYPES.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void are_public_and_nobody_else_extends_them(Class<?> type) {
    assertThat(type).isPublic();
    assertThat(isClosed(type)).isTrue();
    assertThat(type.getConstructors()).isEmpty();
  }

  private static boolean isClosed(Class<?> type) {
    return Modifier.isFinal(type.getModifiers())
        || (type.isSealed()
            && Arrays.stream(type.getPermittedSubclasses()).allMatch(DomainTypesTest::isClosed));
  }

  /** What is worked out later and kept is transient: it is no part of the value. */
  @ParameterizedTest
  @MethodSource("values")
  void have_final_fields(Object value) {
    for (Class<?> type : classes(value.getClass())) {
      for (Field field : type.getDeclaredFields()) {
        int modifiers = field.getModifiers();
        assertThat(Modifier.isFinal(modifiers) || Modifier.isTransient(modifiers))
            .as("%s is final", field)
            .isTrue();
        assertThat(modifiers & (Modifier.PUBLIC | Modifier.PROTECTED)).as("%s", field).isZero();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void have_no_setters(Class<?> type) {
    assertThat(type.getDeclaredMethods())
        .filteredOn(method -> Modifier.isPublic(method.getModifiers()))
        .noneMatch(method -> method.getReturnType() == void.class)
        .noneMatch(method -> method.getName().matches("set[A-Z].*"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void give_no_collection_that_can_be_changed(Object value) throws ReflectiveOperationException {
    Class<?> type = TYPES.stream().filter(each -> each.isInstance(value)).findFirst().orElseThrow();
    for (Method method : type.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())
          && !Modifier.isStatic(method.getModifiers())
          && method.getParameterCount() == 0) {
        Object given = method.invoke(value);
        if (given instanceof Collection<?> collection) {
          assertThatThrownBy(() -> collection.add(null))
              .as("%s", method)
              .isInstanceOf(UnsupportedOperationException.class);
        } else if (given instanceof Map<?, ?> map) {
          assertThatThrownBy(() -> map.put(null, null))
              .as("%s", method)
              .isInstanceOf(UnsupportedOperationException.class);
        } else {
          assertThat(Objects.requireNonNull(given).getClass().isArray()).as("%s", method).isFalse();
        }
      }
    }
  }

  @Test
  void keep_copies_of_what_they_are_given() {
    List<String> facets = new ArrayList<>(List.of("work"));
    Appreciation appreciation = Appreciation.of(facets);
    facets.add("sharing");
    assertThat(appreciation.facets()).containsExactly("work");
  }

  @ParameterizedTest
  @MethodSource("types")
  void say_what_they_are(Class<?> type) throws IOException {
    Path source = Path.of("src", "main", "java", type.getName().replace('.', '/') + ".java");
    Matcher comment = COMMENT.matcher(Files.readString(source));
    assertThat(comment.find()).as("%s has a comment that says what it is", source).isTrue();
  }
}
