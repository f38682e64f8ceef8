package org.peersupport.quickstart;

import org.peersupport.json.JsonPlaceholder;
import org.peersupport.placeholder.PlaceholderBuilder;

/** A placeholder; remove me. */
public final class Quickstart {

  private Quickstart() {}

  /** Prints one line. */
  public static void main(String[] args) {
    System.out.println(JsonPlaceholder.write(new PlaceholderBuilder().name("quickstart").build()));
  }
}
