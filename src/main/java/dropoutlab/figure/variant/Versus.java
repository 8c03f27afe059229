package dropoutlab.figure.variant;

import dropoutlab.card.place.Placement;
import dropoutlab.figure.learned.LossPair;
import dropoutlab.frame.Frame;
import dropoutlab.frame.NetworkState;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The two networks of a frame that are compared: A is the experiment's own, B the first of those beside.
///
/// @param b empty if none learns beside
public record Versus(Side a, Optional<Side> b) {
  public static Versus of(Frame frame) {
    Experiment experiment = frame.experiment();
    Side a = new Side(Side.Letter.A, Placement.own(experiment), frame.network(Beside.OWN).orElseThrow());
    return new Versus(a, experiment.beside().stream().findFirst().map(beside -> b(frame, beside)));
  }

  private static Side b(Frame frame, Beside beside) {
    NetworkState state = frame.network(beside.name()).orElseThrow();
    return new Side(Side.Letter.B, Placement.in(beside), state);
  }

  /// Returns whose loss curves are compared; empty without B.
  public Optional<LossPair> losses() {
    return b.map(other -> new LossPair(kind(a), other.state().name(), kind(other)));
  }

  private static LossPair.Kind kind(Side side) {
    if (side.isNone()) return LossPair.Kind.NONE;
    boolean drops = side.state().inForce().dropRates().stream().anyMatch(p -> p > 0);
    return drops ? LossPair.Kind.DROPS : LossPair.Kind.KEEPS;
  }

  /// Returns A and, if there is one, B.
  public List<Side> sides() { return Stream.concat(Stream.of(a), b.stream()).toList(); }
}
