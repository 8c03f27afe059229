package dropoutlab.claim.ensemble;

import dropoutlab.claim.Bench;
import java.util.List;

/// The benches of the group, in the order of the workspace.
public final class EnsembleBenches {
  public static final List<Bench> ALL = List.of(new ThinnedNetworks(), new NearlyNormal(), new HowManyPasses());

  private EnsembleBenches() {}
}
