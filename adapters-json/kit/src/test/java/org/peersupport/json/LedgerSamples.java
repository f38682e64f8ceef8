package org.peersupport.json;

import java.util.List;

/** One of everything that belongs to a ledger, as it is laid out; the hashes are made up. */
final class LedgerSamples {
  private static final String HASH = "'" + "0".repeat(64) + "'";
  private static final String CHAIN = ",'line':2,'prev':" + HASH + ",'hash':" + HASH + "}";
  private static final String EVENT =
      "{'session':1,'event':{'seq':2,'at':'2026-03-02T09:00:00Z','by':'p1','type':";

  /** The header, records of events, and that of an erasure. */
  static final List<String> LINES =
      List.of(
          Json.of(
              "{'format':'peersupport/ledger','version':1,'ledger':'"
                  + "0".repeat(32)
                  + "','created':'2026-03-02T09:00:00Z','line':1,'prev':"
                  + HASH
                  + ",'hash':"
                  + HASH
                  + "}"),
          Json.of(
              EVENT
                  + "'session-opened','protocol':'p@1','fingerprint':'sha-256:"
                  + "0".repeat(64)
                  + "','supporter':{'id':'p1','role':'o1',"
                  + "'department':'d1'},'peer':{'id':'p2','department':''},'followUpOf':'f1'},"
                  + "'commitments':{'s1':"
                  + HASH
                  + "},'open':{'s1':{'salt':"
                  + HASH
                  + ",'value':'s'}}"
                  + CHAIN),
          Json.of(
              EVENT
                  + "'referral-offered','referral':'r1','resource':'chaplaincy',"
                  + "'deviations':[{'rule':'r','reason':'t1','lateBy':'PT1H'}]}"
                  + CHAIN),
          Json.of(
              EVENT
                  + "'referral-withdrawn','referral':'r1','recordedAt':'2026-03-02T09:01:00Z',"
                  + "'commandId':'c1','deviations':[{'rule':'time.in-future','aheadBy':'PT6M'},"
                  + "{'rule':'r','code':'asked-for'}]}"
                  + CHAIN),
          Json.of(EVENT + "'session-voided','reason':'test'}" + CHAIN),
          Json.of(EVENT + "'element-begun','element':'reach-out'}" + CHAIN),
          Json.of(EVENT + "'concern-raised','level':'elevated'}" + CHAIN),
          Json.of(EVENT + "'appreciation-expressed','facets':['work']}" + CHAIN),
          Json.of(EVENT + "'session-ended','reason':'declined'}" + CHAIN),
          Json.of(EVENT + "'event-corrected','corrects':2,'reason':'t1'}" + CHAIN),
          Json.of("{'at':'2026-03-02T09:00:00Z','erased':[{'session':1,'labels':['p1']}]" + CHAIN));

  /** A seal. */
  static final String SEAL =
      Json.of(
          "{'format':'peersupport/ledger-seal','version':1,'ledger':'"
              + "0".repeat(32)
              + "','lines':2,'head':"
              + HASH
              + ",'root':"
              + HASH
              + ",'at':'2026-03-02T09:00:00Z','key':"
              + HASH
              + ",'signature':'"
              + "A".repeat(86)
              + "=='}");

  /** A proof that shows something and has a seal. */
  static final String PROOF =
      Json.of(
              "{'format':'peersupport/ledger-proof','version':1,'line':2,'lines':2,'root':"
                  + HASH
                  + ",'path':["
                  + HASH
                  + "],'core':{'line':2,'prev':"
                  + HASH
                  + "},'open':{'p1':{'salt':"
                  + HASH
                  + ",'value':'s'}},'seal':")
          + SEAL
          + "}";

  private LedgerSamples() {}
}
