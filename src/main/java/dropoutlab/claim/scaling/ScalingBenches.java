package dropoutlab.claim.scaling;

import dropoutlab.claim.Bench;
import java.util.List;

/// The benches of the group, in the order of the workspace.
public final class ScalingBenches {
  public static final List<Bench> ALL = List.of(new ScalingMicroscope(), new Backward(), new JensenGap(), new TwoPaths());

  private ScalingBenches() {}
}
