package dropoutlab.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The scores of an experiment over several seeds: those of its own network (A), of another one beside it (B), and of
/// the same network without dropout (none).
///
/// @param a    the name of the experiment's own network
/// @param b    the name of the network beside; empty if A is not compared with another
/// @param none the name of the p = 0 twin; empty if A or B is that very network
/// @param all  one entry per finished seed
public record Replicates(String a, Optional<String> b, Optional<String> none, List<Replicate> all) {
  public Replicates { all = List.copyOf(all); }

  /// The part that a network plays in the comparison.
  public enum Role { A, B, NONE }

  /// Two networks that are compared.
  public record Pair(Role first, Role second) {}

  /// Returns the name of the network that plays a part.
  public Optional<String> name(Role role) {
    return switch (role) {
      case A -> Optional.of(a);
      case B -> b;
      case NONE -> none;
    };
  }

  /// Returns the parts that are played, in their order.
  public List<Role> roles() {
    return List.of(Role.values()).stream().filter(role -> name(role).isPresent()).toList();
  }

  /// Returns all pairs of parts: A and B, A and none, B and none.
  public List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (Role first : roles())
      for (Role second : roles()) if (first.compareTo(second) < 0) pairs.add(new Pair(first, second));
    return List.copyOf(pairs);
  }

  /// Returns the scores of the network that plays a part, one for each seed.
  public List<Replicate.Score> scores(Role role) {
    String name = name(role).orElseThrow();
    return all.stream().map(each -> each.of(name)).toList();
  }

  /// Returns the same comparison with one more seed.
  public Replicates with(Replicate next) {
    List<Replicate> more = new ArrayList<>(all);
    more.add(next);
    return new Replicates(a, b, none, more);
  }
}
