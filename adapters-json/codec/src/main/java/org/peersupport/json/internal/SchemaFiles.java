package org.peersupport.json.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schemas that lie beside a class, by name. */
public final class SchemaFiles {
  /** Opens a file beside the class; gives null when it is not there. */
  public interface Folder {
    /** Opens a file. */
    @Nullable InputStream open(String file);
  }

  private final List<String> names;
  private final Folder folder;

  /**
   * @param folder of the module that holds them, because no other may open them
   */
  public SchemaFiles(Folder folder, String... names) {
    this.folder = folder;
    this.names = List.of(names);
  }

  /** The names, in their order. */
  public List<String> names() {
    return names;
  }

  /** The {@code $id} of a schema. */
  public String id(String name) {
    return "urn:peersupport:schema:" + known(name) + ":1";
  }

  /** A schema in UTF-8. */
  public InputStream open(String name) {
    InputStream in = folder.open("schemas/" + known(name) + ".schema.json");
    if (in == null) {
      throw new IllegalStateException("the schema " + name + " is not in this jar");
    }
    return in;
  }

  /** A schema as text. */
  public String text(String name) {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the schema " + name, e);
    }
  }

  private String known(String name) {
    if (!names.contains(name)) {
      throw new IllegalArgumentException("there are schemas for " + names + " only");
    }
    return name;
  }
}
