package dropoutlab.predict.variant.depth;

import dropoutlab.data.Examples;
import dropoutlab.data.Schema;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Network;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Leaves blocks out of a trained network, as Fan, Grave and Joulin (2020) prune a network that LayerDrop has trained.
public final class Pruning {
  private final Frame frame;
  private final Schema schema;
  private final NetworkSpec spec;
  private final int outputs;
  /// Where the tensors of each layer of the body begin in [Weights#body]; the last entry is where those of all end.
  private final List<Integer> begin = new ArrayList<>();

  public Pruning(Frame frame, Schema schema) {
    this.frame = frame;
    this.schema = schema;
    spec = frame.inForce();
    outputs = frame.weights().biases().getLast().cols();
    for (int i = 0; i <= spec.body().size(); i++) begin.add(tensors(spec.body().subList(0, i)));
  }

  private int tensors(List<LayerSpec> body) {
    return new Network(spec.with(to -> to.body(body).hidden(List.of())), schema.shape(), 1, _ -> null).weights().body().size();
  }

  static boolean isBlock(LayerSpec layer) { return layer instanceof LayerSpec.Residual || layer instanceof LayerSpec.Encoder; }

  public int blocks() { return (int) spec.body().stream().filter(Pruning::isBlock).count(); }

  /// Returns the loss with masks off.
  ///
  /// @param stays says of a block, by its number from 0, whether it stays
  public double loss(IntPredicate stays, Examples examples) {
    List<Integer> layers = layers(stays);
    Network network = new Network(spec.withBody(layers.stream().map(spec.body()::get).toList()), schema.shape(), outputs, _ -> null);
    network.load(weights(layers));
    Tensor output = network.forward(examples.x(), Mode.INFERENCE);
    return Loss.ofNetwork(schema.task(), outputs).value(output, examples.y());
  }

  /// Returns the indices of the layers that stay.
  private List<Integer> layers(IntPredicate stays) {
    List<Integer> layers = new ArrayList<>();
    int block = 0;
    for (int i = 0; i < spec.body().size(); i++) if (!isBlock(spec.body().get(i)) || stays.test(block++)) layers.add(i);
    return layers;
  }

  private Weights weights(List<Integer> layers) {
    Weights all = frame.weights();
    List<Matrix> body = layers.stream().flatMap(i -> all.body().subList(begin.get(i), begin.get(i + 1)).stream()).toList();
    List<Matrix> rest = all.body().subList(begin.getLast(), all.body().size());
    return new Weights(all.weights(), all.biases(), IntStream.range(0, body.size() + rest.size())
        .mapToObj(i -> i < body.size() ? body.get(i) : rest.get(i - body.size())).toList());
  }
}
