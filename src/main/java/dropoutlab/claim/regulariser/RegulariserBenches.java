package dropoutlab.claim.regulariser;

import dropoutlab.claim.Bench;
import java.util.List;

/// The benches of the group, in the order of the workspace.
public final class RegulariserBenches {
  public static final List<Bench> ALL = List.of(new AdaptiveL2(), new FallingPenalty(), new Equalise(),
      new DoubleDescent(), new KMasks());

  private RegulariserBenches() {}
}
