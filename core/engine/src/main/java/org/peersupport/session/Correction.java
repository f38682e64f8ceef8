package org.peersupport.session;

import org.jspecify.annotations.Nullable;

/**
 * What a refused correction was about.
 *
 * @param corrects the place of the event that was to be corrected
 * @param inTheWay the first event that could not have happened without it; null when it was refused
 *     for another reason
 * @param why why that one could not have happened; null likewise
 */
record Correction(
    int corrects, @Nullable Event inTheWay, boolean isBroughtBack, @Nullable Refusal why) {}
