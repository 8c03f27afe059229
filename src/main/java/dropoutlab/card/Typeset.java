package dropoutlab.card;

import java.util.List;

/// A formula as outlines. Lengths are thousandths of an em; y grows downwards from the baseline.
///
/// @param spoken the formula in words, for screen readers
/// @param above  how far it stands above the baseline, as `below` below it
public record Typeset(String latex, String spoken, double width, double above, double below, List<Letter> letters,
                      List<Bar> bars) {
  /// An em.
  public static final double EM = 1000;

  public Typeset {
    letters = List.copyOf(letters);
    bars = List.copyOf(bars);
  }

  /// @param outline SVG path data, 1000 units an em
  /// @param size    1 for letters of the formula's size, less for indices
  public record Letter(String outline, double x, double y, double size) {}

  /// A filled rectangle: of a fraction or of a root.
  public record Bar(double x, double y, double width, double height) {}
}
