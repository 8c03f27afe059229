package dropoutlab.frame;

import dropoutlab.spec.NetworkSpec;
import java.util.List;

/// Networks of one build, without dropout, each trained from first weights and in an order of batches of its own
/// (Lakshminarayanan, Pritzel and Blundell 2017).
public record Ensemble(NetworkSpec network, List<Weights> members) {
  public Ensemble {
    members = List.copyOf(members);
    if (members.isEmpty()) throw new IllegalArgumentException("An ensemble needs members.");
  }
}
