package dropoutlab.claim.moments;

import dropoutlab.claim.Bench;
import java.util.List;

/// The benches of the group, in the order of the workspace.
public final class MomentsBenches {
  public static final List<Bench> ALL = List.of(new BatchNormShift(), new AlphaKeeps(), new DropBlockRate());

  private MomentsBenches() {}
}
