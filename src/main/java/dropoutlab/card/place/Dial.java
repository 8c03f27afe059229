package dropoutlab.card.place;

import dropoutlab.card.Group;
import dropoutlab.card.MethodCard;
import dropoutlab.card.place.Strength.Range;
import dropoutlab.spec.Beside;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Optional;
import java.util.function.DoubleFunction;

/// The one number of a method that a slider sets: its p, its strength where it is not one of dropout, and for Concrete
/// dropout, which learns p, the number N of examples that its entropy term is weighed by.
///
/// @param rate  whether it is a drop rate, which takes effect while the network learns
/// @param range between which values the slider goes
/// @param told  a value with its symbol
/// @param with  the experiment with another value
public record Dial(boolean rate, double value, Range range, DoubleFunction<String> told, DoubleFunction<Experiment> with) {
  /// At 0 there would be no method any more: that is what none is for.
  private static final Range RATES = new Range(0.01, 0.95, 0.5, Range.Steps.EVEN);
  private static final Range EXAMPLES = new Range(10, 1e6, 1000, Range.Steps.DECADES);
  private static final double FINEST = 100;

  /// Returns the dial of A or B; empty for a network without a method.
  ///
  /// @param own whether that of A is meant
  public static Optional<Dial> of(Experiment experiment, boolean own) {
    Optional<Beside> network = own ? Optional.of(Pairing.a(experiment)) : Pairing.b(experiment);
    MethodCard method = own ? Placement.own(experiment) : network.map(Placement::in).orElse(null);
    if (method == null || method.group() == Group.NONE) return Optional.empty();
    if (method.group() == Group.BESIDE && Strength.range(method).isPresent()) return strength(experiment, method, own, network.get());
    Optional<DropoutSpec.Concrete> concrete = concrete(network.get());
    return Optional.of(concrete.map(found -> examples(experiment, own, network.get(), found))
        .orElseGet(() -> rate(experiment, own, network.get(), method)));
  }

  private static Dial rate(Experiment experiment, boolean own, Beside network, MethodCard method) {
    return new Dial(true, Pairing.rateOf(method, network), RATES, Shown::dropRate,
        p -> put(experiment, own, Pairing.withRate(network, Math.rint(FINEST * p) / FINEST)));
  }

  private static Optional<Dial> strength(Experiment experiment, MethodCard method, boolean own, Beside network) {
    double now = own ? Strength.of(method, experiment) : Strength.of(method, network);
    Range range = Strength.range(method).orElseThrow();
    return Optional.of(new Dial(false, now, range, value -> Strength.told(method, value),
        value -> own ? Strength.with(method, value, experiment) : put(experiment, false, Strength.with(method, value, network))));
  }

  private static Optional<DropoutSpec.Concrete> concrete(Beside network) {
    return network.network().hidden().stream().map(HiddenLayer::method).filter(DropoutSpec.Concrete.class::isInstance)
        .map(DropoutSpec.Concrete.class::cast).findFirst();
  }

  /// The term of N examples of classes counts 1/N.
  private static Dial examples(Experiment experiment, boolean own, Beside network, DropoutSpec.Concrete concrete) {
    double regulariser = concrete.dropoutRegulariser();
    return new Dial(false, regulariser > 0 ? 1 / regulariser : EXAMPLES.most(), EXAMPLES,
        n -> Words.of("variants.dial.examples", Numbers.count(n)),
        n -> put(experiment, own, withRegulariser(network, 1 / n)));
  }

  private static Beside withRegulariser(Beside network, double regulariser) {
    return network.withNetwork(network.network().withHidden(network.network().hidden().stream()
        .map(layer -> layer.method() instanceof DropoutSpec.Concrete each
            ? layer.withMethod(each.withDropoutRegulariser(regulariser)) : layer).toList()));
  }

  private static Experiment put(Experiment experiment, boolean own, Beside network) {
    return own ? Pairing.withA(experiment, network) : Pairing.withB(experiment, network);
  }
}
