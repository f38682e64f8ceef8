package org.peersupport.json;

/** Small documents of studies, of which tests of several modules make others. */
final class StudyDocuments {
  /** A mapping of a corpus with one of everything. */
  static final String MAPPING =
      Json.of(
          """
          {'format':'peersupport/transcript-mapping','version':1,'id':'ours','title':'Ours',
           'source':'Ours','provenance':'our-reading','corpus':'esconv','protocol':'small@1.0',
           'labels':{'Question':'begin:talk','Thanks':'thank:work','Others':null,'':null},
           'ending':'end:stopped'}
          """);

  /** A small scenario with one of everything. */
  static final String SCENARIO =
      Json.of(
          """
          {'format':'peersupport/scenario','version':1,'id':'small','title':'Small','source':'Ours',
           'start':'2026-03-02','months':2,'referrals':{'perMonth':3},
           'departments':[{'name':'surgery','weight':1.5}],
           'supporters':[{'id':'s','count':2,'department':'surgery',
             'hours':[{'days':['monday','tuesday'],'from':'09:30','to':'24:00'}],'mostCases':3}],
           'contact':{'delay':{'median':'PT18H','sigma':0.5},'limit':'P3D','declines':0.1,
             'declining':{'median':'PT5M','sigma':0}},
           'conversations':{'protocol':'ama-six-elements','behaviour':'usual-talk','another':0.5,
             'between':{'median':'P10D','sigma':0.5},'referringOn':['chaplaincy']},
           'published':[{'figure':'referred','value':6,'role':'outcome','note':'Comes out.'}],
           'assumptions':['All of it.']}
          """);

  /** Another one, with tables. */
  static final String SCENARIO_WITH_TABLES =
      Json.of(
          """
          {'id':'tables','title':'Tables','start':'2026-03-02','months':2,
           'referrals':{'byMonth':[3,0.5]},
           'supporters':[{'id':'s','department':'surgery','mostCases':3}],
           'contact':{'limit':'P3D'},
           'conversations':{'protocol':'ama-six-elements','behaviour':'usual-talk',
             'number':[1,0,2.5]}}
          """);

  /** A behaviour with one of everything. */
  static final String BEHAVIOUR =
      Json.of(
          """
          {'format':'peersupport/behaviour','version':1,'id':'brief',
           'start':{'begin:reach-out':1,'end:declined':0.5},
           'after':{'begin:reach-out':{'begin:invite-and-listen':2,'close':0,'end:stopped':1}},
           'otherwise':{'close':1,'end:stopped':0.1},
           'durations':{'begin:reach-out':{'median':'PT8M','sigma':0.5}}}
          """);

  private StudyDocuments() {}
}
