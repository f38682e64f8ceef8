package org.peersupport.json;

/** One of everything that an audit prints. */
final class AuditSamples {
  /** What was found out about a session. */
  static final String SESSION =
      Json.of(
          "{'session':'s-1','protocol':'p@1','verdict':'deviating','rules':{'order.skip':'violated'},"
              + "'violations':[{'seq':3,'rule':'order.skip','code':'rule.violated','explanation':'E'},"
              + "{'seq':4,'rules':['order.skip'],'code':'rule.conflict','explanation':'E'}],"
              + "'departures':[{'seq':5,'rule':'soon','kind':'late','recorded':true,'lateBy':'PT1H'}],"
              + "'corrections':[{'seq':6,'corrects':2}],"
              + "'flaws':[{'log':'l','line':9,'seq':9,'code':'log.seq-missing','explanation':'E'}]}");

  /** The line at the end. */
  static final String SUMMARY =
      Json.of(
          "{'summary':{'events':9,'sessions':1,'corrections':1,'verdicts':{'conformant':0,'deviating':1,"
              + "'incomplete':0,'unreadable':0},'protocols':[{'protocol':'p@1','sessions':1,"
              + "'verdicts':{'conformant':0,'deviating':1,'incomplete':0},'violations':2,"
              + "'departures':{'override':0,'advisory':0,'fact':0,'late':1},"
              + "'rules':{'order.skip':{'activated':1,'satisfied':0,'violated':1,'departed':0,'pending':0,"
              + "'support':0,'confidence':0.5,'coverage':1}},"
              + "'deadlines':{'soon':{'met':0,'late':1,'open':0}}}],'unknown':['begin:rest'],"
              + "'lostLines':1,'flaws':[{'log':'l','line':1,'code':'json.not-json',"
              + "'explanation':'E'}]}}");

  private AuditSamples() {}
}
