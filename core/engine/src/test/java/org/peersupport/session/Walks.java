package org.peersupport.session;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.peersupport.protocol.Catalogue;

/** The walks that several tests look at, each made once while memory allows. */
final class Walks {
  private static final Map<String, SoftReference<Walk>> MADE = new HashMap<>();

  private Walks() {}

  /** The default protocol, all six resources, with pending referrals only. */
  static Walk six() {
    return made("six", () -> Walk.withPendingReferrals(Catalogue.amaSixElements()));
  }

  /** The same without the advisory rules, which refuse nothing and mend nothing. */
  static Walk sixMandatory() {
    return made("six mandatory", () -> Walk.withPendingReferrals(Variants.mandatoryAma()));
  }

  /** Two ordinary resources and emergency care, with the whole life of referrals, no advice. */
  static Walk threeMandatory() {
    return made(
        "three mandatory",
        () ->
            Walk.withWholeLife(
                Variants.mandatoryAmaWith("employee-assistance", "chaplaincy", "emergency-care"),
                2));
  }

  /** One ordinary resource and emergency care, with the whole life of referrals and all advice. */
  static Walk twoWhole() {
    return made(
        "two whole",
        () -> Walk.withWholeLife(Variants.amaWith("employee-assistance", "emergency-care"), 2));
  }

  /** One ordinary resource and emergency care. */
  static Walk two() {
    return made(
        "two",
        () ->
            Walk.withPendingReferrals(
                Variants.mandatoryAmaWith("employee-assistance", "emergency-care")));
  }

  /** The same as the table for people shows it, which says of thanks that they are outstanding. */
  static Walk table() {
    return made(
        "table",
        () ->
            Walk.withPendingReferrals(
                Variants.thanklessAmaWith("employee-assistance", "emergency-care")));
  }

  private static synchronized Walk made(String name, Supplier<Walk> maker) {
    SoftReference<Walk> reference = MADE.get(name);
    Walk walk = reference == null ? null : reference.get();
    if (walk == null) {
      walk = maker.get();
      MADE.put(name, new SoftReference<>(walk));
    }
    return walk;
  }
}
