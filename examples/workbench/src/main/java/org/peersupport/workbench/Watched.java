package org.peersupport.workbench;

import org.peersupport.simulation.Simulation;

/** Shows how far a simulation is, while somebody watches. */
final class Watched implements AutoCloseable {
  private static final long PAUSE_MILLIS = 200;

  private final Progress progress;
  private final Simulation simulation;
  private final Thread thread = new Thread(this::follow, "simulation-progress");
  private volatile boolean over;

  Watched(Console console, Simulation simulation, long sessions) {
    this.progress = Progress.ofItems(console, sessions, " sessions");
    this.simulation = simulation;
    thread.setDaemon(true);
    if (console.watched().isPresent()) {
      thread.start();
    }
  }

  Simulation simulation() {
    return simulation;
  }

  private void follow() {
    long before = 0;
    try {
      while (!over) {
        long now = simulation.done();
        progress.add(now - before);
        before = now;
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    progress.close();
  }
}
