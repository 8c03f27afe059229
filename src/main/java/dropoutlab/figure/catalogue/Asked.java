package dropoutlab.figure.catalogue;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Ensemble;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NoiseSource;
import dropoutlab.frame.Query;
import dropoutlab.frame.Sampling;
import dropoutlab.spec.Task;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/// All that a person can choose of what a figure asks for: each query takes what it knows of.
///
/// @param cells    along each side of a map; a third of the points along a line
/// @param probe    a place in the user's units whose passes are wanted: (x) or (x, y)
/// @param example  the row of the examples that are shown that figures of one example are about
/// @param ensemble what the network is compared with
/// @param bayes    whether exact Bayesian regression is compared with where the network is linear
@RecordBuilder
public record Asked(DataSet data, Sampling sampling, NoiseSource noise, int cells, Optional<List<Double>> probe,
                    int example, Optional<Ensemble> ensemble, boolean bayes) implements AskedBuilder.With {
  /// Every 15 degrees from 0 to 180.
  private static final int TURNS = 13;

  /// Of the example `example`, and of no place in particular.
  public static Asked of(DataSet data, Sampling sampling, int cells, int example) {
    return new Asked(data, sampling, new NoiseSource.Fitted(), cells, Optional.empty(), example, Optional.empty(),
        data.schema().task() == Task.REGRESSION);
  }

  Query learned() { return new Query.Learned(cells); }

  Query line() { return new Query.Line(sampling, noise, cells, probe.map(List::getFirst), ensemble, bayes); }

  Query plane() { return new Query.Plane(sampling, cells, probe, ensemble); }

  /// Of the probe, where there is one, else of the example.
  Query point() {
    return probe.<Query>map(at -> new Query.Point(sampling, noise, Matrix.generate(1, at.size(), (_, column) -> at.get(column)),
        ensemble)).orElseGet(() -> Query.Point.ofExample(sampling, noise, example, ensemble));
  }

  Query quality() { return new Query.Quality(sampling, noise, ensemble, bayes); }

  Query rotation() { return new Query.Rotation(sampling, example, TURNS); }

  Query foreign() { return new Query.Foreign(sampling); }
}
