package org.peersupport.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The public signatures of a module: every type of an exported package that a caller can name, with
 * what a caller can name of it. Read from the compiled classes, so generated code counts too.
 */
final class PublicApi {
  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

  private final ModuleDescriptor module;
  private final SortedMap<String, List<Class<?>>> packages = new TreeMap<>();

  private PublicApi(ModuleDescriptor module) {
    this.module = module;
  }

  /** The signatures of the module that the type is from. */
  static PublicApi of(Class<?> type) {
    try {
      Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      ModuleReference found = ModuleFinder.of(place).findAll().iterator().next();
      PublicApi api = new PublicApi(found.descriptor());
      try (ModuleReader reader = found.open();
          Stream<String> files = reader.list()) {
        files
            .filter(file -> file.endsWith(".class"))
            .map(PublicApi::name)
            .sorted()
            .forEach(api::add);
      }
      return api;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String name(String file) {
    return file.substring(0, file.length() - ".class".length()).replace('/', '.');
  }

  private void add(String name) {
    if (!isExported(name.substring(0, Math.max(0, name.lastIndexOf('.'))))) {
      return;
    }
    try {
      Class<?> type = Class.forName(name, false, PublicApi.class.getClassLoader());
      if (isVisible(type)) {
        packages.computeIfAbsent(type.getPackageName(), each -> new ArrayList<>()).add(type);
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isExported(String name) {
    return module.exports().stream()
        .anyMatch(export -> export.source().equals(name) && !export.isQualified());
  }

  private static boolean isVisible(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    boolean nameable = !type.isAnonymousClass() && !type.isLocalClass() && !type.isSynthetic();
    return nameable && isVisible(type.getModifiers()) && (outer == null || isVisible(outer));
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  /** The exported packages that have types. */
  SortedSet<String> packages() {
    return new TreeSet<>(packages.keySet());
  }

  /** The types that a caller can name. */
  List<Class<?>> types() {
    return packages.values().stream().flatMap(List::stream).toList();
  }

  /** The types that have a file of their own. */
  List<Class<?>> topLevelTypes() {
    return types().stream().filter(type -> type.getDeclaringClass() == null).toList();
  }

  /** The status of an exported package, or null where it gives itself none. */
  API.Status status(String name) {
    API api = packages.get(name).get(0).getPackage().getAnnotation(API.class);
    return api == null ? null : api.status();
  }

  /** The signatures as text: packages, types and members, each sorted. */
  String text() {
    StringBuilder text = new StringBuilder("module " + module.name() + "\n");
    packages.forEach(
        (name, types) -> {
          String status = String.valueOf(status(name)).toLowerCase(Locale.ROOT);
          text.append("\npackage ").append(name).append(", ").append(status).append("\n");
          types.forEach(type -> write(type, text));
        });
    return text.toString();
  }

  private static void write(Class<?> type, StringBuilder text) {
    text.append("\n").append(head(type)).append("\n");
    SortedSet<String> members = new TreeSet<>();
    for (Object constant : type.isEnum() ? type.getEnumConstants() : new Object[0]) {
      members.add("constant " + ((Enum<?>) constant).name());
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      add(type, constructor, constructor.toGenericString(), members);
    }
    Class<?> from = type;
    while (from != null && isListedWith(type, from)) {
      for (Method method : from.getDeclaredMethods()) {
        boolean isEveryEnums =
            type.isEnum() && Set.of("values", "valueOf").contains(method.getName());
        if (!isEveryEnums && !OF_EVERY_OBJECT.contains(method.getName())) {
          add(type, method, method.toGenericString(), members);
        }
      }
      for (Field field : from.getDeclaredFields()) {
        if (!field.isEnumConstant()) {
          add(type, field, field.toGenericString(), members);
        }
      }
      from = from.getSuperclass();
    }
    members.forEach(member -> text.append("  ").append(member).append("\n"));
  }

  /** What a type inherits from a type that nobody can name is listed as its own. */
  private static boolean isListedWith(Class<?> type, Class<?> from) {
    return from == type
        || (from.getName().startsWith("org.peersupport.") && !isVisible(from.getModifiers()));
  }

  private static void add(Class<?> type, Member member, String signature, Set<String> members) {
    boolean isInherited = Modifier.isProtected(member.getModifiers()) && isClosed(type);
    if (isVisible(member.getModifiers()) && !member.isSynthetic() && !isInherited) {
      String owner = member.getDeclaringClass().getTypeName() + ".";
      members.add(
          plain(
              signature
                  .replace(" " + owner + member.getName() + "(", " " + member.getName() + "(")
                  .replace(" " + owner + member.getName(), " " + member.getName())
                  .replaceFirst("^((?:\\w+ )*)(?:synchronized|transient|volatile) ", "$1")));
    }
  }

  /** Whether nobody else can extend it. */
  private static boolean isClosed(Class<?> type) {
    return Modifier.isFinal(type.getModifiers()) || type.isSealed();
  }

  private static String head(Class<?> type) {
    StringBuilder head = new StringBuilder(type.toGenericString());
    if (type.isRecord()) {
      head.append(
          Arrays.stream(type.getRecordComponents())
              .map(PublicApi::component)
              .collect(Collectors.joining(", ", "(", ")")));
    }
    Type above = type.getGenericSuperclass();
    if (above != null && !type.isEnum() && !type.isRecord() && above != Object.class) {
      head.append(" extends ").append(above.getTypeName());
    }
    append(head, type.isInterface() ? " extends " : " implements ", type.getGenericInterfaces());
    if (type.isSealed()) {
      Type[] named =
          Arrays.stream(type.getPermittedSubclasses())
              .filter(PublicApi::isVisible)
              .toArray(Type[]::new);
      append(head, " permits ", named);
    }
    return plain(head.toString());
  }

  private static String component(RecordComponent component) {
    return component.getGenericType().getTypeName() + " " + component.getName();
  }

  private static void append(StringBuilder head, String word, Type[] types) {
    if (types.length > 0) {
      head.append(word)
          .append(
              Arrays.stream(types)
                  .map(Type::getTypeName)
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
  }

  /** Without the packages that every reader knows. */
  private static String plain(String signature) {
    return signature.replaceAll("\\bjava\\.(?:lang|util)\\.(?=[A-Z])", "").replace('$', '.');
  }
}
