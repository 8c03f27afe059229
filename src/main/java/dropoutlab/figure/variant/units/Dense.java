package dropoutlab.figure.variant.units;

import dropoutlab.data.Schema;
import dropoutlab.figure.network.Thinning.Kind;
import dropoutlab.figure.network.Thinning;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.Sites;
import dropoutlab.figure.variant.Versus;
import dropoutlab.figure.variant.WeightPlace;
import dropoutlab.spec.DropoutSpec.Targeted;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import java.util.ArrayList;
import java.util.List;

/// What the pictures of a dense network are drawn of.
///
/// @param columns the column of neurons behind which each place of dropout is, by its number
record Dense(Versus versus, Look look, Schema schema, List<Integer> columns) {
  Dense(Versus versus, Look look, Schema schema) { this(versus, look, schema, Sites.columns(versus)); }

  /// Returns the row of the batch that is shown.
  int example(Side side) { return Math.clamp(look.example(), 0, side.view().batchSize() - 1); }

  /// Returns the number of the place that stands in front; -1 without any in the dense part.
  int front() {
    if (look.site() >= 0 && look.site() < columns.size() && columns.get(look.site()) >= 0) return look.site();
    for (int site = 0; site < columns.size(); site++) if (columns.get(site) > 0) return site;
    return columns.indexOf(0);
  }

  /// Returns the column of neurons of that place; -1 without any.
  int frontColumn() { return front() < 0 ? -1 : columns.get(front()); }

  /// Returns the number of the place behind a column of neurons; -1 without.
  int siteOf(int column) { return columns.indexOf(column); }

  /// Returns the method of a hidden layer; that of the inputs is inverted dropout.
  static DropoutSpec method(Side side, int column) {
    List<HiddenLayer> hidden = side.state().inForce().hidden();
    return column < 1 || column > hidden.size() ? new DropoutSpec.Inverted() : hidden.get(column - 1).method();
  }

  /// Returns the drop rate in force behind a column of neurons, or on the weights into it.
  static double p(Side side, int column) {
    return column == 0 ? side.state().inForce().inputDrop() : side.state().inForce().hidden().get(column - 1).drop();
  }

  /// Returns whether the place behind a column of neurons is the weights into it.
  boolean isOfWeights(int column) { return versus.sides().stream().anyMatch(side -> WeightPlace.isIn(side, column)); }

  /// Returns whether a method of either side ranks what it drops.
  boolean isTargeted() {
    return columns.stream().filter(column -> column > 0)
        .anyMatch(column -> versus.sides().stream().anyMatch(side -> method(side, column) instanceof Targeted));
  }

  /// Returns whether either side has a method of this kind at any place.
  boolean has(Class<? extends DropoutSpec> kind) {
    return columns.stream().filter(column -> column > 0)
        .anyMatch(column -> versus.sides().stream().anyMatch(side -> kind.isInstance(method(side, column))));
  }

  Thinning thinning(Side side) {
    List<Kind> kinds = new ArrayList<>();
    List<List<Boolean>> candidates = new ArrayList<>();
    for (int l = 0; l < side.view().layers().size() - 1; l++) {
      kinds.add(kind(method(side, l)));
      candidates.add(Candidates.units(side.view().layers().get(l), method(side, l)));
    }
    return new Thinning(side::colour, true, reach(), kinds, candidates);
  }

  private static Kind kind(DropoutSpec method) {
    return switch (method) {
      case DropoutSpec.Gaussian _, DropoutSpec.LearntGaussian _, DropoutSpec.Uniform _ -> Kind.FACTORS;
      case DropoutSpec.Alpha _ -> Kind.FILLED;
      case DropoutSpec.Concrete _ -> Kind.SOFT;
      case DropoutSpec.Inverted _, DropoutSpec.Standard _, DropoutSpec.DropConnect _, Targeted _ -> Kind.CROSSED;
    };
  }

  /// How far factors go from 1, the same for A and B: two standard deviations, or as far as uniform noise can.
  private double reach() {
    double reach = 0;
    for (Side side : versus.sides())
      for (int column : columns) if (column >= 0) reach = Math.max(reach, reach(method(side, column), p(side, column)));
    return reach == 0 ? 1 : reach;
  }

  private static double reach(DropoutSpec method, double p) {
    return switch (method) {
      case DropoutSpec.Gaussian _, DropoutSpec.LearntGaussian _ -> 2 * Math.sqrt(p / (1 - p));
      case DropoutSpec.Uniform uniform -> uniform.beta();
      case DropoutSpec.Inverted _, DropoutSpec.Standard _, DropoutSpec.Alpha _, DropoutSpec.Concrete _,
          DropoutSpec.DropConnect _, Targeted _ -> 0;
    };
  }
}
