package dropoutlab.nn;

import static dropoutlab.nn.Gradients.gaussian;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.depth.LayerDrop;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DropoutSpec.DropConnect.Inference;
import dropoutlab.spec.DropoutSpec.Targeted.Target;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LayerSpec.Recurrent.Cell;
import dropoutlab.spec.LayerSpec.RecurrentDrop.RecurrentMethod;
import dropoutlab.spec.LayerSpec.RecurrentDrop;
import dropoutlab.spec.LayerSpec.Residual.DepthMode;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.spec.NetworkSpec;
import java.util.List;

/// Every dropout method as a small network of random shape: the same trial gives the same network for every p. The
/// rules of inference are derived from the sealed types, so that a new method must be given one here.
public enum Dropping {
  INVERTED(dice -> new DropoutSpec.Inverted()),
  STANDARD(dice -> new DropoutSpec.Standard()),
  GAUSSIAN(dice -> new DropoutSpec.Gaussian()),
  LEARNT_GAUSSIAN(dice -> new DropoutSpec.LearntGaussian(0.01)),
  UNIFORM(dice -> new DropoutSpec.Uniform(dice.uniform(0.1, 1))),
  ALPHA(dice -> new DropoutSpec.Alpha(false)),
  ALPHA_MAPS(dice -> new DropoutSpec.Alpha(true)),
  CONCRETE(dice -> new DropoutSpec.Concrete(dice.uniform(0.1, 1), 1e-3, 1e-3)),
  DROP_CONNECT(dice -> new DropoutSpec.DropConnect(Inference.MOMENT_MATCHING, 7)),
  DROP_CONNECT_MEAN(dice -> new DropoutSpec.DropConnect(Inference.MEAN, 1)),
  TARGETED_WEIGHTS(dice -> new DropoutSpec.Targeted(dice.nextDouble(), Target.WEIGHTS)),
  TARGETED_UNITS(dice -> new DropoutSpec.Targeted(dice.nextDouble(), Target.UNITS)),
  SPATIAL(null), DROP_BLOCK(null), EMBEDDING(null), VARIATIONAL(null), PER_STEP(null), CANDIDATE(null), ZONEOUT(null),
  ATTENTION(null), ENCODER(null), LAYER_DROP(null), DEPTH_BY_EXAMPLE(null), DEPTH_BY_BATCH(null);

  public static final int OUTPUTS = 2;

  private final Method method;

  private interface Method {
    DropoutSpec of(RandomStream dice);
  }

  Dropping(Method method) { this.method = method; }

  /// A network and the shape of its inputs.
  public record Sample(Shape in, NetworkSpec spec) {
    Network network(long seed) {
      Network network = new Network(spec, in, OUTPUTS, i -> RandomStream.of(seed, Purpose.MASKS, i));
      network.initialise(spec, 77);
      return network;
    }

    /// Returns the network without dropout: pure dropout layers are removed, and other layers have p = 0.
    Sample plain() {
      NetworkSpec none = spec.withoutDropout();
      return new Sample(in, new NetworkSpec(0, none.body().stream().filter(layer -> !(layer instanceof LayerSpec.Drop
          || layer instanceof LayerSpec.SpatialDropout || layer instanceof LayerSpec.DropBlock)).toList(), none.hidden(),
          none.initialisation()));
    }

    Tensor batch(int rows, long seed) {
      if (spec.words().isEmpty()) return gaussian(rows, in.size(), seed);
      RandomStream dice = RandomStream.of(seed, Purpose.DATA);
      Tensor words = new Tensor(rows, in.size());
      for (int i = 0; i < words.size(); i++) words.data()[i] = dice.nextInt(spec.words().get().vocabulary());
      return words;
    }
  }

  /// LayerDrop and the paper's stochastic depth decide once per training batch.
  boolean decidesByBatch() { return this == LAYER_DROP || this == DEPTH_BY_BATCH; }

  Sample sample(long trial, double p) {
    RandomStream dice = RandomStream.of(trial, Purpose.DATA, 1 + ordinal());
    return method == null ? inBody(dice, p) : byMethod(dice, p);
  }

  private Sample byMethod(RandomStream dice, double p) {
    DropoutSpec drop = method.of(dice);
    boolean units = !(drop instanceof DropoutSpec.DropConnect || drop instanceof DropoutSpec.Targeted);
    Shape in = new Shape(upTo(dice, 1, 3), upTo(dice, 1, 4), upTo(dice, 2, 5));
    Activation activation = Activation.values()[dice.nextInt(Activation.values().length)];
    List<LayerSpec> body = units ? List.of(new LayerSpec.Drop(p, drop)) : List.of();
    List<HiddenLayer> hidden = List.of(new HiddenLayer(upTo(dice, 2, 9), activation, p, drop),
        new HiddenLayer(upTo(dice, 2, 5), Activation.TANH, p, drop));
    return new Sample(in, new NetworkSpec(units ? p : 0, body, hidden, Initialisation.HE));
  }

  private Sample inBody(RandomStream dice, double p) {
    int steps = upTo(dice, 2, 5), heads = upTo(dice, 1, 2), width = 2 * heads * upTo(dice, 1, 2);
    Shape in = switch (this) {
      case SPATIAL, DROP_BLOCK -> new Shape(upTo(dice, 1, 3), steps, upTo(dice, 2, 6));
      case EMBEDDING -> Shape.vector(steps);
      case DEPTH_BY_EXAMPLE, DEPTH_BY_BATCH -> Shape.vector(width);
      default -> Shape.sequence(steps, width);
    };
    LayerSpec layer = switch (this) {
      case SPATIAL -> new LayerSpec.SpatialDropout(p);
      case DROP_BLOCK -> new LayerSpec.DropBlock(p, upTo(dice, 1, Math.min(in.rows(), in.cols())));
      case EMBEDDING -> new LayerSpec.Embedding(upTo(dice, 2, 5), width, p);
      case ATTENTION -> new LayerSpec.Attention(heads, p);
      case ENCODER -> new LayerSpec.Encoder(heads, upTo(dice, 2, 6), p, p, p, 0);
      case LAYER_DROP -> new LayerSpec.Encoder(heads, upTo(dice, 2, 6), 0, 0, 0, p);
      case DEPTH_BY_EXAMPLE -> residual(dice, width, p, DepthMode.EXAMPLE);
      case DEPTH_BY_BATCH -> residual(dice, width, p, DepthMode.BATCH);
      default -> recurrent(dice, RecurrentMethod.valueOf(name()), p);
    };
    return new Sample(in, new NetworkSpec(0, List.of(layer), List.of(new HiddenLayer(4, Activation.TANH, 0)),
        Initialisation.XAVIER));
  }

  private static LayerSpec residual(RandomStream dice, int width, double p, DepthMode mode) {
    return new LayerSpec.Residual(List.of(new LayerSpec.DenseLayer(width), new LayerSpec.Activate(Activation.TANH)), p,
        mode, dice.nextInt(2) == 0);
  }

  private static LayerSpec recurrent(RandomStream dice, RecurrentMethod method, double p) {
    return new LayerSpec.Recurrent(Cell.values()[dice.nextInt(3)], upTo(dice, 2, 5),
        new RecurrentDrop(method, p, p, p, dice.nextInt(2) == 0), dice.nextInt(2) == 0);
  }

  public static int upTo(RandomStream dice, int least, int most) { return least + dice.nextInt(most - least + 1); }

  /// Returns whether inference equals the layer without dropout, as its Javadoc says.
  public static boolean isIdentityAtInference(NetworkSpec spec) {
    return spec.hidden().stream().allMatch(layer -> layer.drop() == 0 || isIdentity(layer.method()))
        && spec.body().stream().allMatch(Dropping::isIdentity);
  }

  private static boolean isIdentity(DropoutSpec method) {
    return switch (method) {
      case DropoutSpec.Inverted _, DropoutSpec.Gaussian _, DropoutSpec.LearntGaussian _, DropoutSpec.Uniform _,
          DropoutSpec.Alpha _, DropoutSpec.Concrete _ -> true;
      case DropoutSpec.Standard _, DropoutSpec.DropConnect _, DropoutSpec.Targeted _ -> false;
    };
  }

  private static boolean isIdentity(LayerSpec layer) {
    return switch (layer) {
      case LayerSpec.Drop drop -> isIdentity(drop.method());
      case LayerSpec.Residual residual ->
          residual.inverted() && residual.layers().stream().allMatch(Dropping::isIdentity);
      case LayerSpec.Recurrent recurrent -> recurrent.drop().method() != RecurrentMethod.ZONEOUT;
      case LayerSpec.SpatialDropout _, LayerSpec.DropBlock _, LayerSpec.Embedding _, LayerSpec.Attention _,
          LayerSpec.Encoder _, LayerSpec.Reshape _, LayerSpec.Activate _, LayerSpec.DenseLayer _, LayerSpec.LayerNorm _,
          LayerSpec.BatchNorm _, LayerSpec.Conv2d _, LayerSpec.Pool _, LayerSpec.TimePool _, LayerSpec.Position _ -> true;
    };
  }
}
