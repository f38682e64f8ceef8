package org.peersupport.workbench.draw;

/** A line, step by step, as the commands of an SVG path; the same in every locale. */
final class Route {
  /** How far before a corner the curve begins. */
  static final int ROUND = 6;

  private final StringBuilder commands = new StringBuilder();
  private int x;
  private int y;

  private Route(int x, int y) {
    this.x = x;
    this.y = y;
    commands.append('M').append(x).append(' ').append(y);
  }

  static Route from(int x, int y) {
    return new Route(x, y);
  }

  /** Level, to this distance from the left. */
  Route across(int to) {
    commands.append('H').append(to);
    x = to;
    return this;
  }

  /** Upright, to this height. */
  Route along(int to) {
    commands.append('V').append(to);
    y = to;
    return this;
  }

  /** Level, then round the corner and upright as far as the corner takes. */
  Route acrossThenAlong(int corner, boolean down) {
    across(corner - (corner > x ? ROUND : -ROUND));
    return curve(corner, y, corner, y + (down ? ROUND : -ROUND));
  }

  /** Upright, then round the corner and level as far as the corner takes. */
  Route alongThenAcross(int corner, boolean right) {
    along(corner - (corner > y ? ROUND : -ROUND));
    return curve(x, corner, x + (right ? ROUND : -ROUND), corner);
  }

  private Route curve(int cornerX, int cornerY, int toX, int toY) {
    commands.append('Q').append(cornerX).append(' ').append(cornerY);
    commands.append(' ').append(toX).append(' ').append(toY);
    x = toX;
    y = toY;
    return this;
  }

  @Override
  public String toString() {
    return commands.toString();
  }
}
