package dropoutlab.claim.catalogue;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Group;
import dropoutlab.claim.ensemble.EnsembleBenches;
import dropoutlab.claim.features.FeaturesBenches;
import dropoutlab.claim.moments.MomentsBenches;
import dropoutlab.claim.regulariser.RegulariserBenches;
import dropoutlab.claim.scaling.ScalingBenches;
import dropoutlab.claim.uncertainty.UncertaintyBenches;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All benches, in the order of the workspace.
public final class Benches {
  private static final List<Bench> ALL = Stream.of(ScalingBenches.ALL, EnsembleBenches.ALL, RegulariserBenches.ALL,
      FeaturesBenches.ALL, UncertaintyBenches.ALL, MomentsBenches.ALL).flatMap(List::stream).toList();

  private Benches() {}

  public static List<Bench> all() { return ALL; }

  public static List<Bench> of(Group group) { return ALL.stream().filter(bench -> bench.group() == group).toList(); }

  public static List<String> ids() { return ALL.stream().map(Bench::id).toList(); }

  public static Optional<Bench> named(String id) { return ALL.stream().filter(bench -> bench.id().equals(id)).findFirst(); }
}
