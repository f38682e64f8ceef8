package org.peersupport.workbench;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The cycles of source files: the strongly connected components of more than one file, where a file
 * needs another when a class of it does. What is generated from a file counts as that file.
 */
final class FileCycles {
  private static final Pattern GENERATED = Pattern.compile("\\.Immutable([A-Z])");

  private final Map<String, Set<String>> needed = new TreeMap<>();

  private FileCycles(JavaClasses classes) {
    for (JavaClass type : classes) {
      Set<String> files = needed.computeIfAbsent(file(type), each -> new TreeSet<>());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass();
        if (target.getPackageName().startsWith("org.peersupport.")) {
          files.add(file(target));
        }
      }
    }
  }

  /** Each cycle as the sorted names of its files, with their packages. */
  static Set<SortedSet<String>> of(JavaClasses classes) {
    return new FileCycles(classes).cycles();
  }

  /** The top-level type of a file, with its package. */
  private static String file(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    int nested = name.indexOf('$');
    String outer = nested < 0 ? name : name.substring(0, nested);
    return GENERATED.matcher(outer).replaceFirst(".$1");
  }

  private Set<SortedSet<String>> cycles() {
    Map<String, Set<String>> reached = new TreeMap<>();
    needed.keySet().forEach(file -> reached.put(file, reachedFrom(file)));
    Set<SortedSet<String>> cycles = new LinkedHashSet<>();
    for (String file : needed.keySet()) {
      SortedSet<String> cycle = new TreeSet<>();
      for (String other : reached.getOrDefault(file, Set.of())) {
        if (reached.getOrDefault(other, Set.of()).contains(file)) {
          cycle.add(other);
        }
      }
      if (cycle.size() > 1) {
        cycles.add(cycle);
      }
    }
    return cycles;
  }

  private Set<String> reachedFrom(String start) {
    Set<String> reached = new TreeSet<>();
    Deque<String> left = new ArrayDeque<>(needed.getOrDefault(start, Set.of()));
    while (!left.isEmpty()) {
      String file = left.pop();
      if (reached.add(file)) {
        left.addAll(needed.getOrDefault(file, Set.of()));
      }
    }
    return reached;
  }
}
