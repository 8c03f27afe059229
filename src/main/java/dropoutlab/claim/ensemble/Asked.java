package dropoutlab.claim.ensemble;

import dropoutlab.spec.Activation;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.RegulariserSpec;
import dropoutlab.spec.TrainingSpec;
import java.util.List;

/// Which network of the moons: two inputs, 12 units, `units` units and one output, with dropout of rate p behind the last
/// hidden layer, or behind every one.
record Asked(int units, double p, boolean every, long seed) {
  static final int FIRST_UNITS = 12;
  static final int EPOCHS = 200;
  private static final int TRAINING = 64;
  private static final int NEW = 400;
  private static final double NOISE = .33;
  private static final int BATCH = 16;

  NetworkSpec network() {
    return new NetworkSpec(0, List.of(new NetworkSpec.HiddenLayer(FIRST_UNITS, Activation.GELU, every ? p : 0),
        new NetworkSpec.HiddenLayer(units, Activation.GELU, p)), Initialisation.HE);
  }

  Experiment experiment() {
    return new Experiment("moons", null, new DataSpec.Generated(GeneratedSet.TWO_MOONS, TRAINING, NEW, NOISE, null),
        network(), OptimiserSpec.standard(OptimiserSpec.Adam.class), RegulariserSpec.OFF,
        new TrainingSpec(EPOCHS, BATCH, false), seed, List.of());
  }

  /// How many units are dropped or kept.
  int droppable() { return every ? FIRST_UNITS + units : units; }
}
