package org.peersupport.benchmarks;

/** The least that a JVM can be started for. */
public final class HelloWorld {
  private HelloWorld() {}

  /** Says hello. */
  public static void main(String[] args) {
    System.out.println("hello");
  }
}
