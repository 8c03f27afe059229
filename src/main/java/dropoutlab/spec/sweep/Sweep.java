package dropoutlab.spec.sweep;

import dropoutlab.spec.Check;
import dropoutlab.spec.Experiment;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// A sweep: one experiment, trained at each point of its axes with each seed. Points are numbered along the first axis
/// first: point i of the first axis and j of the second is i + j * (points of the first).
///
/// @param experiment    without interventions and networks beside; its seed is not used
/// @param axes          one or two
/// @param repeats       which share of the runs is trained twice, to check that the bits are the same
/// @param confirmations values that were chosen on these seeds and are judged again on new ones
/// @param engine        the version of the program that makes the results; others may round differently
@RecordBuilder
public record Sweep(String title, Experiment experiment, List<Axis> axes, SeedRange seeds, Pair pair, double repeats,
                    List<Confirmation> confirmations, String engine) implements SweepBuilder.With {
  public static final double REPEATS = 0.05;
  /// More runs than this are refused.
  public static final long MOST_RUNS = 10_000_000;

  public Sweep {
    SweepChecks.parts(title, experiment, axes, seeds, pair, confirmations, engine);
    Check.range("repeats", repeats, 0, 1);
    axes = List.copyOf(axes);
    confirmations = List.copyOf(confirmations);
    SweepChecks.sizes(axes, seeds, confirmations);
    SweepChecks.pair(pair, axes.getFirst());
    SweepChecks.values(experiment, axes);
  }

  /// A point and its pair on new seeds.
  public record Confirmation(int point, SeedRange seeds) {
    public Confirmation { Check.present("seeds", seeds); }
  }

  public int points() { return axes.stream().mapToInt(axis -> axis.points().size()).reduce(1, Math::multiplyExact); }

  /// Returns the values of a point, one for each axis.
  public List<Point> at(int point) {
    List<Point> values = new ArrayList<>();
    int rest = point;
    for (Axis axis : axes) {
      values.add(axis.points().get(rest % axis.points().size()));
      rest /= axis.points().size();
    }
    return values;
  }

  /// Returns the experiment of a run: without a twin beside it, because the twin is a run of its own.
  public Experiment experiment(int point, long seed) {
    Experiment changed = AxisText.tryOut(experiment, at(point));
    return alone(changed).withSeed(seed);
  }

  private static Experiment alone(Experiment of) {
    return of.withoutInterventions().withBeside(List.of()).withTraining(of.training().withTwin(false));
  }

  /// Returns with how many passes the trained network is asked, 0 for masks off; empty for a point that asks nothing.
  public OptionalInt passes(int point) {
    return at(point).stream().map(Point::passes).filter(OptionalInt::isPresent).findFirst().orElse(OptionalInt.empty());
  }

  /// Returns the experiment with which that run is compared; empty without a pair.
  public Optional<Experiment> partner(int point, long seed) {
    return switch (pair) {
      case Pair.Twin _ -> Optional.of(experiment(point, seed)).map(e -> e.withNetwork(e.network().withoutDropout()));
      case Pair.None _ -> Optional.empty();
      case Pair.Of _ -> Optional.of(experiment(partnerPoint(point).orElseThrow(), seed));
    };
  }

  /// Returns the point with which a point is compared, if it is one of the sweep.
  public OptionalInt partnerPoint(int point) {
    if (!(pair instanceof Pair.Of(String label))) return OptionalInt.empty();
    List<Point> first = axes.getFirst().points();
    int column = first.stream().map(Point::label).toList().indexOf(label);
    return OptionalInt.of(point - point % first.size() + column);
  }

  /// Returns the sweep of one value on the seeds of a confirmation: its point 0. Where the partner is another point, it
  /// is point 1.
  public Sweep confirming(Confirmation again) {
    List<Point> values = at(again.point());
    List<Axis> few = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      Set<Point> kept = new LinkedHashSet<>(List.of(values.get(i)));
      if (i == 0) partnerPoint(again.point()).ifPresent(partner -> kept.add(at(partner).getFirst()));
      few.add(new Axis(axes.get(i).path(), axes.get(i).scale(), List.copyOf(kept)));
    }
    return with(s -> s.axes(few).seeds(again.seeds()).confirmations(List.of()));
  }
}
