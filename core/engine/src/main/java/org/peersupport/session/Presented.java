package org.peersupport.session;

import org.peersupport.internal.engine.Denial;

/** What a denial of the engine keeps for those who ask again; it hides the engine from the API. */
interface Presented extends Denial.Presentation {}
