package dropoutlab.figure.plot;

/// A figure whose axes or colours follow its values, and which can be drawn on wider ones.
public interface Ranged extends Figure {
  /// The ranges of its own values.
  Ranges ranges();

  /// The same figure on axes and colour scales that hold these ranges, too.
  Figure within(Ranges wider);

  /// The ranges of a figure; none for one that has no such axes.
  static Ranges of(Figure figure) { return figure instanceof Ranged ranged ? ranged.ranges() : Ranges.NONE; }

  static Figure within(Figure figure, Ranges wider) { return figure instanceof Ranged ranged ? ranged.within(wider)
      : figure; }
}
