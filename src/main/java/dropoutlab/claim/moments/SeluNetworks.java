package dropoutlab.claim.moments;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Remembered;
import dropoutlab.math.RandomStream;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.dropout.AlphaDropout;
import dropoutlab.nn.dropout.InvertedDropout;
import dropoutlab.nn.layer.Activate;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Initialisation;
import java.util.ArrayList;
import java.util.List;

/// Deep networks of dense layers and SELU with their first weights, and standard normal inputs for each. The inputs are
/// dropped too, and then what each layer gives out.
final class SeluNetworks {
  static final int WIDTH = 64, EXAMPLES = 128;
  /// The random streams of one network are numbered from a multiple of this.
  private static final int STREAMS = 100;

  private final Remembered<Key, List<First>> firsts = new Remembered<>();

  /// What decides the first weights and the inputs.
  record Key(long seed, int depth, int networks) {}

  /// What does not depend on the noise. Nothing here is changed.
  private record First(Tensor inputs, List<Dense> layers) {}

  /// Which noise is used.
  enum Noise { ALPHA, PLAIN }

  /// Sends the inputs through all networks under one kind of noise.
  SeluRun run(Noise noise, double p, Key key, ProgressMonitor watch) {
    List<First> all = firsts.get(key, () -> draw(key, watch));
    SeluRun run = new SeluRun(key.networks, key.depth + 1);
    for (int n = 0; n < all.size(); n++) {
      Bench.check(watch);
      Tensor x = all.get(n).inputs;
      for (int stage = 0; stage <= key.depth; stage++) {
        if (stage > 0) x = above(all.get(n).layers.get(stage - 1), x);
        x = layer(noise, p, RandomStream.of(key.seed, Purpose.MASKS, n * STREAMS + stage)).forward(x, Mode.TRAIN);
        run.add(n, stage, x);
      }
    }
    return run;
  }

  private static Tensor above(Dense dense, Tensor x) {
    return new Activate(Activation.SELU, WIDTH).forward(dense.sharing().forward(x, Mode.TRAIN), Mode.TRAIN);
  }

  private static Layer layer(Noise noise, double p, RandomStream stream) {
    return switch (noise) {
      case ALPHA -> new AlphaDropout(new DropRate(p), Shape.vector(WIDTH), false, stream);
      case PLAIN -> new InvertedDropout(p, WIDTH, stream);
    };
  }

  private static List<First> draw(Key key, ProgressMonitor watch) {
    List<First> all = new ArrayList<>();
    for (int n = 0; n < key.networks; n++) {
      Bench.check(watch);
      watch.done((double) n / key.networks);
      RandomStream data = RandomStream.of(key.seed, Purpose.DATA, n);
      Tensor inputs = new Tensor(EXAMPLES, WIDTH);
      for (int i = 0; i < inputs.size(); i++) inputs.data()[i] = (float) data.nextGaussian();
      List<Dense> layers = new ArrayList<>();
      for (int d = 0; d < key.depth; d++) {
        Dense dense = new Dense(WIDTH, WIDTH);
        dense.initialise(Initialisation.LECUN, RandomStream.of(key.seed, Purpose.WEIGHTS, n * STREAMS + d));
        layers.add(dense);
      }
      all.add(new First(inputs, layers));
    }
    return all;
  }
}
