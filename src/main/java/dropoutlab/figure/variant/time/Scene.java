package dropoutlab.figure.variant.time;

import dropoutlab.figure.plot.Span;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.RecurrentLayer;
import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.Versus;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import dropoutlab.frame.TimeEvidence;
import java.util.List;
import java.util.Optional;

/// What A and B are drawn with: the same example, cell and scales.
final class Scene {
  private static final double LEAST = 1e-6;

  private final Versus versus;
  private final Look look;
  private final Optional<TimeEvidence> measured;
  private final List<Lane> lanes;

  Scene(Versus versus, Look look, Optional<TimeEvidence> measured) {
    this.versus = versus;
    this.look = look;
    this.measured = measured;
    lanes = versus.sides().stream().map(side -> Lane.of(versus, side, look.site(), look.example())).toList();
  }

  Look look() { return look; }

  private int at(Side side) { return versus.sides().indexOf(side); }

  Lane lane(Side side) { return lanes.get(at(side)); }

  /// Returns the size of a value that has the full colour. What is no activation has a scale of its own.
  double largest(Side side) {
    String title = lane(side).title();
    return lanes.stream().filter(lane -> lane.title().equals(title)).mapToDouble(Lane::largest).max().orElse(0);
  }

  RecurrentLayer memory(Side side) { return RecurrentLayer.of(side).getLast(); }

  /// The unit whose memory is shown: that of the cursor where it points into as many units, else the first.
  int unit(Side side) {
    int units = memory(side).view().units();
    return look.cursor().filter(_ -> lane(side).units() == units).map(cell -> cell.index() % units).orElse(0);
  }

  /// What was measured of the example that is shown, if it was of this one: while training runs, that is rarely so.
  Optional<TimeEvidence.Network> measured(Side side) {
    NetworkView view = side.view();
    int row = Math.min(look.example(), view.examples().size() - 1);
    return measured.filter(all -> at(side) < all.networks().size()).map(all -> all.networks().get(at(side)))
        .filter(one -> row >= 0 && one.example() == view.examples().get(row));
  }

  private Matrix now(Side side) {
    Matrix all = memory(side).memory();
    return all.isEmpty() ? all : row(all, Math.min(look.example(), all.rows() - 1));
  }

  static Matrix row(Matrix of, int row) { return Matrix.generate(1, of.cols(), (_, c) -> of.at(row, c)); }

  /// Returns the range of the unit's memory in A and B, 0 included.
  private Span span() {
    Span span = new Span().add(0);
    for (Side side : versus.sides()) {
      int unit = unit(side), units = memory(side).view().units();
      MemoryTrace.span(span, now(side), unit, units);
      measured(side).ifPresent(one -> {
        MemoryTrace.span(span, one.masked(), unit, units);
        MemoryTrace.span(span, one.calm(), unit, units);
      });
    }
    return span.add(LEAST);
  }

  MemoryTrace trace(Side side) {
    Span span = span();
    Optional<TimeEvidence.Network> found = measured(side);
    Matrix masked = found.filter(_ -> !side.isNone()).map(TimeEvidence.Network::masked).orElse(Matrix.EMPTY);
    Matrix calm = found.map(TimeEvidence.Network::calm).orElse(Matrix.EMPTY);
    int units = memory(side).view().units();
    return new MemoryTrace(side, now(side), masked, calm, unit(side), units, span.min(), span.max());
  }
}
