package org.peersupport.json.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The order in which bytes must reach the disk, so that a machine that loses its power does no more
 * harm than a process that is killed. Judged by the calls that an operation makes.
 */
final class SyncOrder {
  private static final String LEDGER = "ledger";
  private static final String LOCK = "ledger.lock";

  private static final Set<String> NAMING = Set.of("create", "link", "rename", "unlink");

  private final String folder;
  private final Set<String> unsynced = new TreeSet<>();
  private boolean hasUnsyncedNames;
  private final List<String> violations = new ArrayList<>();

  private SyncOrder(String folder) {
    this.folder = folder;
  }

  /**
   * What reaches the disk too late.
   *
   * @param calls as {@link FaultLibrary#call} names them
   * @param folder the name of the ledger's folder
   * @param acknowledged whether an acknowledgement follows, before which all must be on the disk
   */
  static List<String> violations(List<String> calls, String folder, boolean acknowledged) {
    SyncOrder order = new SyncOrder(folder);
    calls.forEach(order::take);
    if (acknowledged && !order.unsynced.isEmpty()) {
      order.violations.add("acknowledged before they are on the disk: " + order.unsynced);
    }
    return order.violations;
  }

  private void take(String call) {
    int of = call.indexOf(" of ");
    String what = call.substring(0, of);
    String file = call.substring(of + " of ".length());
    if (what.equals("fsync") || what.equals("fdatasync")) {
      unsynced.remove(file);
      hasUnsyncedNames &= !file.equals(folder);
    } else if (what.contains("write") || what.contains("sendfile") || what.contains("truncate")) {
      requireBefore(file, call);
      unsynced.add(file);
    } else if (NAMING.contains(what)) {
      if (what.equals("rename")) {
        require(file, call);
      }
      unsynced.add(folder);
      hasUnsyncedNames |= !what.equals("unlink");
    }
  }

  private void requireBefore(String file, String call) {
    if (file.equals(LOCK)) {
      require(LEDGER, call);
    } else if (file.equals(LEDGER)) {
      require(LOCK, call);
      if (hasUnsyncedNames && !call.contains("truncate")) {
        violations.add(call + " before the names of new files are on the disk");
      }
    }
  }

  private void require(String synced, String call) {
    if (unsynced.contains(synced)) {
      violations.add(call + " before " + synced + " is on the disk");
    }
  }
}
