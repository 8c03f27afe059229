package dropoutlab.frame;

import dropoutlab.spec.NetworkSpec;
import java.util.List;

/// Networks of the same form, without dropout, each trained from other first weights and with another order of batches
/// (Lakshminarayanan, Pritzel and Blundell 2017).
public record Ensemble(NetworkSpec network, List<Weights> members) {
  public Ensemble {
    members = List.copyOf(members);
    if (members.isEmpty()) throw new IllegalArgumentException("An ensemble needs members.");
  }
}
