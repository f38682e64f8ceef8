package org.peersupport.json.certification;

import java.util.Comparator;
import org.peersupport.json.data.DueItem;

/** The order of what is due in several sessions. */
final class DueOrder {
  static final Comparator<DueItem> FIRST_DUE_FIRST =
      Comparator.comparing((DueItem item) -> item.obligation().dueAt())
          .thenComparing(item -> item.obligation().deadline())
          .thenComparing(DueItem::session)
          .thenComparing(item -> item.obligation().referral().orElse(""));

  private DueOrder() {}
}
