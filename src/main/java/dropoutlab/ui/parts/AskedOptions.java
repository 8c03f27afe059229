package dropoutlab.ui.parts;

import dropoutlab.export.recipe.FigureOptions;
import dropoutlab.frame.Ensemble;
import dropoutlab.frame.Query;
import dropoutlab.frame.Sampling;
import dropoutlab.spec.Beside;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a panel asks for, as the command line's options say it.
public final class AskedOptions {
  private AskedOptions() {}

  /// @param query null where nothing is asked
  public static Map<String, String> of(Query query) {
    return switch (query) {
      case Query.Line line -> typed(line.sampling(), 0, line.probe().map(List::of), line.ensemble());
      case Query.Plane plane -> typed(plane.sampling(), 0, plane.probe(), plane.ensemble());
      case Query.Point point -> typed(point.sampling(), point.example().orElse(0), Optional.empty(), point.ensemble());
      case Query.Rotation rotation -> typed(rotation.sampling(), rotation.example(), Optional.empty(), Optional.empty());
      case Query.Foreign foreign -> typed(foreign.sampling(), 0, Optional.empty(), Optional.empty());
      case Query.Quality quality -> typed(quality.sampling(), 0, Optional.empty(), quality.ensemble());
      case Query.OfMethods methods -> typed(Sampling.standard(), methods.example(), Optional.empty(), Optional.empty());
      case Query.Learned _ -> Map.of();
      case null -> Map.of();
    };
  }

  private static Map<String, String> typed(Sampling sampling, int example, Optional<List<Double>> probe, Optional<Ensemble> ensemble) {
    return new FigureOptions(sampling.passes(), example + 1, Beside.OWN, FigureOptions.SEEDS, false, probe,
        ensemble.map(of -> of.members().size()).orElse(0)).typed();
  }
}
