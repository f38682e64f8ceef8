package org.peersupport.json.certification;

import java.util.ArrayList;
import java.util.List;

/** Every mistake that the kit is tried with. */
final class Faults {
  private Faults() {}

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>(FaultsOfReading.all());
    all.addAll(FaultsOfHearing.all());
    all.addAll(FaultsOfClocks.all());
    all.addAll(FaultsOfRetries.all());
    all.addAll(FaultsOfFacts.all());
    all.addAll(FaultsOfCorrecting.all());
    all.addAll(FaultsOfTelling.all());
    all.addAll(FaultsOfKeeping.all());
    return all;
  }
}
