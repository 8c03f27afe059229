package dropoutlab.export.store;

import dropoutlab.spec.Activation;
import dropoutlab.spec.AugmentationSpec;
import dropoutlab.spec.Beside;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.ScheduleSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

/// Changes of an experiment as a person makes them, drawn at random.
final class Changes {
  private final Random random;

  Changes(long seed) { random = new Random(seed); }

  private <T> T one(List<T> of) { return of.get(random.nextInt(of.size())); }

  /// Returns the experiment with so many changes; those that it refuses are left out.
  Experiment of(Experiment preset, int count) {
    Experiment changed = preset;
    while (count-- > 0) {
      try {
        changed = changed(changed);
      } catch (IllegalArgumentException e) {
        // Another one will fit.
      }
    }
    if (changed.equals(preset) || random.nextBoolean()) return changed;
    return changed.with(e -> e.card(null).title(ExperimentJson.changed(preset.title())));
  }

  private double rate() { return random.nextInt(96) / 100.0; }

  private Experiment changed(Experiment e) {
    return switch (random.nextInt(14)) {
      case 0, 1 -> e.withSeed(random.nextInt(3) > 0 ? random.nextInt(1000) : random.nextLong(1L << 53));
      case 2, 3 -> e.withNetwork(e.network().withDropRates(
          DoubleStream.generate(this::rate).limit(e.network().dropRates().size()).boxed().toList()));
      case 4 -> e.withTraining(e.training().with(t -> t.epochs(random.nextInt(1_000)).batch(1 + random.nextInt(128))));
      case 5 -> e.withTraining(e.training().withTwin(!e.training().twin()));
      case 6 -> e.withOptimiser(one(OptimiserSpec.standard()));
      case 7 -> e.withRegulariser(e.regulariser().withL2(rate() / 1000));
      case 8 -> e.withNetwork(layers(e.network()));
      case 9 -> e.withTraining(e.training().withLearningRateSchedule(one(ScheduleSpec.standard())));
      case 10 -> e.withData(e.data() instanceof DataSpec.Generated g
          ? g.with(d -> d.noise(rate()).training(8 + random.nextInt(400)).seed(random.nextBoolean() ? null : 5L)) : e.data());
      case 11 -> e.withBeside(List.of(Beside.of("other", e.network().withoutDropout(), e)));
      case 12 -> e.withInterventions(List.of(new Intervention.SetDropRates(random.nextInt(500),
          e.network().dropRates().stream().map(_ -> rate()).toList())));
      default -> e.withTraining(e.training().withAugmentation(new AugmentationSpec(rate(), 0, 0, 0, 0)));
    };
  }

  private NetworkSpec layers(NetworkSpec network) {
    List<NetworkSpec.HiddenLayer> layers = new ArrayList<>(network.hidden());
    if (random.nextBoolean() || layers.isEmpty()) layers.add(NetworkSpec.HiddenLayer.STANDARD);
    int at = random.nextInt(layers.size());
    layers.set(at, layers.get(at).with(l -> l.units(1 + random.nextInt(64)).activation(one(List.of(Activation.values())))
        .method(one(DropoutSpec.standard()))));
    return network.withHidden(layers);
  }
}
