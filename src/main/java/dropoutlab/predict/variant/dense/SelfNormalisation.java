package dropoutlab.predict.variant.dense;

import dropoutlab.frame.LayerView.Kind;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Network;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.variant.LayerMoments;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import java.util.ArrayList;
import java.util.List;

/// Mean and variance of the units by depth in an untrained network of SELU layers, each followed by dropout, on standard
/// normal inputs (Klambauer et al. 2017). Alpha dropout keeps mean 0 and variance 1 through all layers; inverted dropout
/// adds variance in each.
///
/// @param means     of all units of a layer and all examples, behind its dropout
/// @param variances of the same
public record SelfNormalisation(List<Double> means, List<Double> variances) {
  public SelfNormalisation {
    means = List.copyOf(means);
    variances = List.copyOf(variances);
  }

  /// How the network is built and how many examples go through it.
  public record Size(int layers, int units, int examples) {
    public static final Size STANDARD = new Size(10, 128, 512);
  }

  /// Runs a network in training mode; the same seed gives the same weights, inputs and masks.
  public static SelfNormalisation of(DropoutSpec method, double p, Size size, long seed) {
    List<LayerSpec> body = new ArrayList<>();
    for (int i = 0; i < size.layers; i++)
      body.addAll(List.of(new LayerSpec.DenseLayer(size.units), new LayerSpec.Activate(Activation.SELU),
          new LayerSpec.Drop(p, method)));
    NetworkSpec spec = new NetworkSpec(0, body, List.of(), Initialisation.LECUN);
    Network network = new Network(spec, Shape.vector(size.units), 1,
        layer -> RandomStream.of(seed, RandomStream.Purpose.PREDICTION, layer));
    network.initialise(spec, seed);
    network.forward(inputs(size, seed), Mode.TRAIN);
    List<LayerMoments> dropouts = LayerMoments.of(network.views(size.examples)).stream()
        .filter(layer -> layer.kind() == Kind.DROPOUT).skip(1).toList();
    return new SelfNormalisation(dropouts.stream().map(LayerMoments::mean).toList(),
        dropouts.stream().map(LayerMoments::variance).toList());
  }

  private static Tensor inputs(Size size, long seed) {
    RandomStream stream = RandomStream.of(seed, RandomStream.Purpose.DATA);
    Tensor x = new Tensor(size.examples, size.units);
    for (int i = 0; i < x.size(); i++) x.data()[i] = (float) stream.nextGaussian();
    return x;
  }
}
