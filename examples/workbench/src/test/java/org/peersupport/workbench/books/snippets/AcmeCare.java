package org.peersupport.workbench.books.snippets;

/** A vendor's program, for a test that shows how to certify one. It answers nothing useful. */
final class AcmeCare {
  String answer(String line) {
    return line;
  }
}
