package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The library of {@code src/test/c/faults.c}, which makes system calls fail in the virtual machine
 * that has it preloaded. It is built by the machine's own compiler, and steered by a file that both
 * sides have mapped into memory.
 */
final class FaultLibrary {
  /** What happens at a call. The library has the same numbers. */
  enum Fault {
    /** Nothing; the call is not counted either. */
    OFF(0),
    /** Nothing but that the call is counted. */
    COUNT(1),
    /** The call fails, once: the disk is full. */
    NO_SPACE(2),
    /** The call fails, once, for no reason that is known. */
    IO_ERROR(3),
    /** A write takes half of the bytes, once. */
    SHORT(4),
    /** The disk is full from this call on. */
    FULL(5),
    /** This call and all later ones change nothing: the disk sees the process die here. */
    CRASH(6),
    /** A write takes half of the bytes, and then the disk sees the process die. */
    TORN(7),
    /** The process is killed. */
    KILL(8);

    private final int number;

    Fault(int number) {
      this.number = number;
    }

    /** Whether the call matters to this fault. */
    boolean concerns(String call) {
      return (this != SHORT && this != TORN) || call.contains("write") || call.contains("sendfile");
    }

    /** Whether the call fails, and no other. */
    boolean isOnce() {
      return this == NO_SPACE || this == IO_ERROR;
    }

    /** Whether nothing can be done any more after it. */
    boolean isEnd() {
      return this == CRASH || this == TORN || this == KILL;
    }
  }

  private static final String CONTROL = "FAULTS_CONTROL";
  private static final String FOLDER = "FAULTS_FOLDER";
  private static final int KIND = 0;
  private static final int AT = 4;
  private static final int CALLS = 8;
  private static final int HIT = 12;
  private static final int NAMES = 16;
  private static final int NAMED = 1024;
  private static final int LONGEST = 48;
  private static final int SIZE = NAMES + NAMED * LONGEST;

  private final MappedByteBuffer control;

  private FaultLibrary(Path control) throws IOException {
    try (FileChannel channel =
        FileChannel.open(control, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      this.control = channel.map(MapMode.READ_WRITE, 0, SIZE);
      this.control.order(ByteOrder.nativeOrder());
    }
  }

  /**
   * Builds the library.
   *
   * @return why it cannot be built here, in a few words; empty when it was
   */
  static Optional<String> build(Path library) throws IOException, InterruptedException {
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.of("this is not Linux");
    }
    Process gcc;
    try {
      gcc =
          new ProcessBuilder(
                  "gcc", "-shared", "-fPIC", "-O1", "-o", library.toString(), "faults.c", "-ldl")
              .directory(Path.of("src/test/c").toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      return Optional.of("there is no gcc");
    }
    String said = new String(gcc.getInputStream().readAllBytes(), UTF_8);
    return gcc.waitFor() == 0 ? Optional.empty() : Optional.of("gcc says " + said);
  }

  /** Lets a process begin with the library, and makes the file that steers it. */
  static void preload(ProcessBuilder process, Path library, Path control, Path folder)
      throws IOException {
    Files.write(control, new byte[SIZE]);
    process.environment().put("LD_PRELOAD", library.toString());
    process.environment().put(CONTROL, control.toString());
    process.environment().put(FOLDER, folder.toString());
  }

  /** The library of this virtual machine. */
  static FaultLibrary loaded() throws IOException {
    return at(Path.of(requireNonNull(System.getenv(CONTROL))));
  }

  /** The library of another virtual machine, alive or not. */
  static FaultLibrary at(Path control) throws IOException {
    return new FaultLibrary(control);
  }

  /** From now on the fault happens at that call, the first being 1. */
  void arm(Fault fault, int call) {
    control.putInt(AT, call);
    control.putInt(CALLS, 0);
    control.putInt(HIT, 0);
    control.putInt(KIND, fault.number);
  }

  void disarm() {
    control.putInt(KIND, Fault.OFF.number);
  }

  /** How many calls there were since it was armed. */
  int calls() {
    return control.getInt(CALLS);
  }

  /** Whether the call came at which the fault was to happen. */
  boolean isHit() {
    return control.getInt(HIT) != 0;
  }

  /** What call it was, and of which file. */
  String call(int number) {
    byte[] name = new byte[LONGEST];
    control.get(NAMES + (number - 1) * LONGEST, name);
    String text = new String(name, US_ASCII);
    return text.substring(0, text.indexOf('\0'));
  }
}
