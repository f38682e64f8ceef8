package org.peersupport.json.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.peersupport.session.Peer;

class DepartmentsTest {
  private final Departments departments = new Departments(3);
  private int next;

  private void people(int count, String department) {
    for (int i = 0; i < count; i++) {
      departments.add(Peer.of("p-" + next++).from(department));
    }
  }

  private String calledNow(String department) {
    return departments.names().of(Peer.of("x").from(department)).orElse("(none)");
  }

  @Test
  void k_people_are_enough_and_one_fewer_are_not() {
    people(3, "surgery");
    people(2, "chapel");
    people(1, "laundry");

    assertThat(calledNow("surgery")).isEqualTo("surgery");
    assertThat(calledNow("chapel")).isEqualTo("other");
    assertThat(calledNow("laundry")).isEqualTo("other");
    assertThat(departments.names().rare()).isEqualTo(2);
    assertThat(departments.names().people()).isEqualTo(3);
  }

  @Test
  void others_who_are_too_few_even_together_are_called_nothing() {
    people(3, "surgery");
    people(2, "chapel");

    assertThat(calledNow("chapel")).isEqualTo("(none)");
    assertThat(calledNow("surgery")).isEqualTo("surgery");
  }

  @Test
  void the_same_person_counts_once_for_a_department() {
    for (int i = 0; i < 5; i++) {
      departments.add(Peer.of("same").from("surgery"));
    }

    assertThat(calledNow("surgery")).isEqualTo("(none)");
  }

  @Test
  void someone_of_two_rare_departments_is_one_of_the_others() {
    departments.add(Peer.of("same").from("chapel"));
    departments.add(Peer.of("same").from("laundry"));
    people(1, "archive");

    assertThat(calledNow("chapel")).isEqualTo("(none)");
    people(1, "archive");
    assertThat(calledNow("chapel")).isEqualTo("other");
  }

  @Test
  void a_department_that_is_really_called_other_is_one_of_them() {
    people(4, "other");
    people(1, "chapel");

    assertThat(calledNow("other")).isEqualTo("other");
    assertThat(calledNow("chapel")).isEqualTo("other");
    assertThat(departments.names().people()).isEqualTo(5);
  }

  @Test
  void none_and_a_blank_one_stay_none() {
    people(5, " ");

    assertThat(departments.names().of(Peer.of("x"))).isEmpty();
    assertThat(calledNow(" ")).isEqualTo("(none)");
    assertThat(departments.names().rare()).isZero();
  }
}
