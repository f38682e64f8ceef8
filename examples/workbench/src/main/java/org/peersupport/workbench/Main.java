package org.peersupport.workbench;

import org.peersupport.json.JsonPlaceholder;
import org.peersupport.placeholder.PlaceholderBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A placeholder; remove me. */
@Command(name = "peersupport", mixinStandardHelpOptions = true, description = "A placeholder.")
public final class Main implements Runnable {

  @Override
  public void run() {
    System.out.println(JsonPlaceholder.write(new PlaceholderBuilder().name("workbench").build()));
  }

  /** Runs the command line. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
