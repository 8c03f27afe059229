package dropoutlab.claim.features;

import dropoutlab.claim.Bench;
import java.util.List;

/// The benches of the group, in the order of the workspace.
public final class FeaturesBenches {
  public static final List<Bench> ALL = List.of(new UnitsTakenAway(), new NestedPca(), new Information(), new FeaturesAndSparsity());

  private FeaturesBenches() {}
}
