package dropoutlab.figure.network;

import dropoutlab.figure.plot.Series.Ink;
import dropoutlab.figure.plot.Theme;
import java.util.List;

/// How a network shows what methods did to its units.
///
/// @param kept       the rim of what a mask was drawn for
/// @param weighted   draws each edge as strong as its weight times the factor of the unit that it leaves
/// @param reach      for [Kind#FACTORS], how far a factor can be from 1
/// @param kinds      one for each layer, the inputs first; `CROSSED` for layers beyond the list
/// @param candidates for each layer the units that can be dropped at all, which stand on a ground of their own; empty
///                   for a layer of which all can be
public record Thinning(Ink kept, boolean weighted, double reach, List<Kind> kinds, List<List<Boolean>> candidates) {
  /// - `CROSSED`: a dropped unit is hollow and crossed, and its edges are gone
  /// - `FILLED`: a dropped unit has another value, and its edges stay
  /// - `SOFT`: the rim goes as far round as the unit is kept
  /// - `FACTORS`: no unit is dropped; a bar from 1 to the factor stands where the edges leave
  public enum Kind { CROSSED, FILLED, SOFT, FACTORS }

  /// Dropped units crossed, in the colour of dropout.
  public static final Thinning PLAIN = new Thinning(Theme::accent, false, 1, List.of(), List.of());

  public Thinning {
    kinds = List.copyOf(kinds);
    candidates = List.copyOf(candidates);
  }

  Kind kind(int layer) { return layer < kinds.size() ? kinds.get(layer) : Kind.CROSSED; }

  boolean isCandidate(int layer, int unit) {
    return layer < candidates.size() && unit < candidates.get(layer).size() && candidates.get(layer).get(unit);
  }

  /// Returns whether units of a layer are either kept or dropped, and can be counted.
  boolean counts(int layer) { return kind(layer) == Kind.CROSSED || kind(layer) == Kind.FILLED; }

  /// Returns whether the edges of dropped units are gone.
  boolean cutsEdges(int layer) { return kind(layer) != Kind.FILLED; }
}
