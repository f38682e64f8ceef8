package org.peersupport.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityTest {
  @Test
  void the_text_of_an_activity_names_it() {
    for (Activity activity : Catalogue.amaSixElements().activities()) {
      assertThat(Activity.parse(activity.text())).contains(activity);
    }
    assertThat(Activity.parse("withdraw:chaplaincy"))
        .contains(new Activity(ActivityKind.WITHDRAW, "chaplaincy"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "close",
        "begin",
        "begin:",
        "begin:*",
        "!begin:talk",
        "begin:Talk",
        "begin:-talk",
        "begin:a:b",
        "Begin:talk",
        " begin:talk",
        "begin:talk ",
        "wave:talk",
        "end:stopped",
        ":talk"
      })
  void any_other_text_names_none(String text) {
    assertThat(Activity.parse(text)).isEmpty();
  }
}
