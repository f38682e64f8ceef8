package org.peersupport.workbench.draw;

/** A rectangle on the sheet, from its upper left corner. */
record Area(int x, int y, int width, int height) {
  int right() {
    return x + width;
  }

  int bottom() {
    return y + height;
  }

  int middle() {
    return x + width / 2;
  }
}
