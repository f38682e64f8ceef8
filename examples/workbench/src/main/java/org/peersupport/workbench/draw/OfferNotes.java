package org.peersupport.workbench.draw;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Draws notes beside the stages that say what may be offered there. */
final class OfferNotes {
  /** With the bracket. */
  static final int WIDTH = 250;

  private static final int TEXT = 20;

  private final Drawing drawing;
  private final int x;
  private final Set<Offers> said = new HashSet<>();

  OfferNotes(Drawing drawing, int x) {
    this.drawing = drawing;
    this.x = x;
  }

  /** Draws a bracket over a stretch and the note at its side; gives where the note ends. */
  int draw(Offers offers, int from, int to) {
    boolean known = !said.add(offers);
    List<String> words = Type.PLAIN.wrapped(known ? "as above" : offers.words(), WIDTH - TEXT);
    int height = Type.HEADING.height() + words.size() * Type.PLAIN.height();
    int bottom = Math.max(to, from + height);
    drawing.open("note", "May be offered: " + offers.words());
    drawing.line("bracket", Route.from(x, from).across(x + 8).along(bottom).across(x), Pen.FRAME);
    int top = from + (bottom - from - height) / 2;
    drawing.words("May be offered (" + offers.name() + ")", x + TEXT, top + 13, Type.HEADING);
    drawing.lines(words, x + TEXT, top + Type.HEADING.height(), Type.PLAIN);
    drawing.close();
    return bottom;
  }
}
