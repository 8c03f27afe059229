package dropoutlab.claim.uncertainty;

import dropoutlab.claim.Bench;
import java.util.List;

/// The benches of the group, in the order of the workspace.
public final class UncertaintyBenches {
  public static final List<Bench> ALL = List.of(new BiasAndVariance(), new RiskNotUncertainty(), new SpikesForABell(),
      new WhereToAsk());

  private UncertaintyBenches() {}
}
