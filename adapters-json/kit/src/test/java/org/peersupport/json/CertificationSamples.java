package org.peersupport.json;

/** One of everything that the certification kit reads and writes. */
final class CertificationSamples {
  private static final String SHA256 = "'" + "0".repeat(64) + "'";

  /** The only line of a vectors file. */
  static final String VECTOR =
      Json.of(
          "{'suite':{'format':'peersupport/vectors','version':1,'kit':'1.0.0','protocol':'p@1',"
              + "'protocolSha256':"
              + SHA256
              + ",'method':'Wp','extra':0,'states':7,'inputs':7,'vectors':1,'abstraction':['A.']},"
              + "'vector':'v','covers':{'rules':['r'],'clauses':['c']},'needs':['witness'],"
              + "'send':{'do':'close'},'expect':{'outcome':'refused','status':'open','settled':false,"
              + "'permitted':['end'],'outstanding':['r'],'remedy':['end'],'remedyLength':1,'due':[{}],"
              + "'rules':[{}],'violations':[{}],'witnesses':[[1]],'events':[{}],'seq':2,"
              + "'at':'2026-03-02T09:00:00Z','protocol':'p@1','peer':{},'supporter':{},"
              + "'element':'e','repeated':true,'urgent':{}}}");

  /** What became of a vector. */
  static final String FAILED =
      Json.of(
          "{'vector':'v','result':'failed','step':1,'line':1,'sent':{'do':'close'},'expected':{'status':'open'},"
              + "'got':{'status':'paused'},'reason':'R'}");

  /** A signed report. */
  static final String REPORT =
      Json.of(
          "{'report':{'format':'peersupport/certification','version':1,'kit':'1.0.0','subject':'S',"
              + "'at':'2026-03-02T09:00:00Z','verdict':'failed','protocol':{'reference':'p@1','sha256':"
              + SHA256
              + "},'vectors':{'sha256':"
              + SHA256
              + ",'kit':'1.0.0','method':'Wp','extra':0,'states':7,'inputs':7,'count':3,"
              + "'abstraction':['A.']},'capabilities':{'claimed':['witness'],'unclaimed':['remedy']},"
              + "'results':{'passed':1,'failed':1,'skipped':1,'notPlayed':0,'failures':[{'vector':'v','step':1,'line':1,"
              + "'reason':'R'}],'skips':[{'vector':'w','reason':'R'}]},'clauses':{'passed':['c'],"
              + "'failed':['d'],'skipped':['e']},'rules':{'passed':['r'],'failed':['s'],"
              + "'skipped':['t']}},'signature':{'algorithm':'Ed25519','value':'"
              + "A".repeat(86)
              + "=='}}");

  private CertificationSamples() {}
}
