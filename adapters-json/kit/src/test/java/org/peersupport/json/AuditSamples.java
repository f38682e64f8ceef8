package org.peersupport.json;

/** One of everything that an audit prints. */
final class AuditSamples {
  private static final String STATUSES =
      "{'open':{'sessions':0,'conformant':0,'deviating':0,'incomplete':0},"
          + "'paused':{'sessions':0,'conformant':0,'deviating':0,'incomplete':0},"
          + "'closed':{'sessions':0,'conformant':0,'deviating':0,'incomplete':0},"
          + "'ended':{'sessions':1,'conformant':0,'deviating':1,'incomplete':0}}";
  private static final String RULE =
      "{'activated':1,'satisfied':0,'violated':1,'departed':0,'pending':0,"
          + "'support':0,'confidence':0.5,'coverage':1}";

  /** What was found out about a session. */
  static final String SESSION =
      Json.of(
          "{'session':'s-1','protocol':'p@1','verdict':'deviating','rules':{'order.skip':'violated'},"
              + "'violations':[{'seq':3,'rule':'order.skip','code':'rule.violated','explanation':'E'},"
              + "{'seq':4,'rules':['order.skip'],'code':'rule.conflict','explanation':'E'}],"
              + "'status':'ended','urgent':['danger-is-met'],'reasons':{'end:declined':1,"
              + "'override:asked-for':2},'stepsBack':1,"
              + "'departures':[{'seq':5,'rule':'soon','kind':'late','recorded':true,'lateBy':'PT1H'}],"
              + "'corrections':[{'seq':6,'corrects':2}],"
              + "'flaws':[{'log':'l','line':9,'seq':9,'code':'log.seq-missing','explanation':'E'}]}");

  /** The line at the end. */
  static final String SUMMARY =
      Json.of(
          "{'summary':{'urgent':{'sessions':1,'named':[{'session':'s-1','status':'ended',"
              + "'rules':['danger-is-met']}]},"
              + "'events':9,'sessions':2,'corrections':1,'verdicts':{'conformant':0,'deviating':1,"
              + "'incomplete':0,'voided':1,'unreadable':0},'statuses':"
              + STATUSES
              + ",'voided':['s-2'],'protocols':[{'protocol':'p@1','sessions':1,"
              + "'verdicts':{'conformant':0,'deviating':1,'incomplete':0},'statuses':"
              + STATUSES
              + ",'urgent':1,'violations':2,"
              + "'departures':{'override':0,'advisory':0,'fact':0,'late':1,'clock':0},"
              + "'rules':{'order.skip':"
              + RULE
              + "},'rulesOfClosed':{'order.skip':"
              + RULE
              + "},'deadlines':{'soon':{'met':0,'late':1,'open':0}},"
              + "'referrals':{'chaplaincy':{'offered':1,'accepted':1,'declined':0,'connected':1,"
              + "'completed':0,'withdrawn':1,'lapsed':0}},"
              + "'reasons':{'end':{'declined':1},'decline':{'not-now':0},'lapse':{},"
              + "'override':{'asked-for':2}},'stepsBack':1}],'unknown':['begin:rest'],"
              + "'lostLines':1,'flaws':[{'log':'l','line':1,'code':'json.not-json',"
              + "'explanation':'E'}]}}");

  private AuditSamples() {}
}
