package dropoutlab.predict.variant.seeds;

import dropoutlab.frame.Replicate.Score;
import dropoutlab.frame.Replicates.Pair;
import dropoutlab.frame.Replicates.Role;
import dropoutlab.frame.Replicates;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What a comparison over seeds says: mean and spread of each network, and the paired difference of each two.
public record SeedTable(List<Row> rows, List<Difference> differences) {
  public SeedTable {
    rows = List.copyOf(rows);
    differences = List.copyOf(differences);
  }

  /// One network.
  public record Row(Role role, MeanSd loss, MeanSd error) {}

  /// Two networks, the first minus the second.
  public record Difference(Pair pair, PairedDifference loss, PairedDifference error) {}

  public static SeedTable of(Replicates replicates) {
    List<Row> rows = replicates.roles().stream().map(role -> new Row(role,
        MeanSd.of(values(replicates, role, Score::loss)), MeanSd.of(values(replicates, role, Score::error)))).toList();
    return new SeedTable(rows, replicates.pairs().stream().map(pair -> new Difference(pair,
        difference(replicates, pair, Score::loss), difference(replicates, pair, Score::error))).toList());
  }

  private static PairedDifference difference(Replicates replicates, Pair pair, ToDoubleFunction<Score> measure) {
    return PairedDifference.of(values(replicates, pair.first(), measure), values(replicates, pair.second(), measure));
  }

  private static List<Double> values(Replicates replicates, Role role, ToDoubleFunction<Score> measure) {
    return replicates.scores(role).stream().map(measure::applyAsDouble).toList();
  }
}
