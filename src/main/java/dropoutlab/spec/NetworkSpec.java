package dropoutlab.spec;

import dropoutlab.words.Precise;
import dropoutlab.words.Words;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// A network: inputs, a body (empty for a dense network), dense hidden layers, and one linear output layer whose width
/// follows from the data. `inputDrop` is the drop rate p of the inputs.
@RecordBuilder
public record NetworkSpec(double inputDrop, List<LayerSpec> body, List<HiddenLayer> hidden, Initialisation initialisation)
    implements NetworkSpecBuilder.With {
  public NetworkSpec {
    Check.entries("body", body);
    body = List.copyOf(body);
    Check.dropRate("inputDrop", inputDrop);
    Check.entries("hidden", hidden);
    Check.range("hidden", hidden.size(), 0, 8);
    Check.present("initialisation", initialisation);
    hidden = List.copyOf(hidden);
    requireWordsFirst(body, inputDrop);
  }

  private static void requireWordsFirst(List<LayerSpec> body, double inputDrop) {
    for (int i = 1; i < body.size(); i++)
      if (body.get(i) instanceof LayerSpec.Embedding)
        throw new IllegalArgumentException(Words.of("spec.network.embedding_first", i + 1));
    if (inputDrop > 0 && words(body).isPresent())
      throw new IllegalArgumentException(Words.of("spec.network.input_drop", Precise.all(inputDrop)));
  }

  private static Optional<LayerSpec.Embedding> words(List<LayerSpec> body) {
    return !body.isEmpty() && body.getFirst() instanceof LayerSpec.Embedding words ? Optional.of(words) : Optional.empty();
  }

  /// Returns the embedding with which the body begins, if there is one; the inputs are then word indices.
  public Optional<LayerSpec.Embedding> words() { return words(body); }

  /// Makes a dense network.
  public NetworkSpec(double inputDrop, List<HiddenLayer> hidden, Initialisation initialisation) {
    this(inputDrop, List.of(), hidden, initialisation);
  }

  /// A dense layer of `units` neurons with one activation, dropped with rate `drop` by `method`.
  @RecordBuilder
  public record HiddenLayer(int units, Activation activation, double drop, DropoutSpec method)
      implements NetworkSpecHiddenLayerBuilder.With {
    /// The default hidden layer.
    public static final HiddenLayer STANDARD = new HiddenLayer(16, Activation.RELU, 0);

    public HiddenLayer {
      Check.present("method", method);
      Check.range("units", units, 1, 8192);
      Check.present("activation", activation);
      Check.dropRate("drop", drop);
    }

    /// Makes a hidden layer with inverted dropout.
    public HiddenLayer(int units, Activation activation, double drop) {
      this(units, activation, drop, new DropoutSpec.Inverted());
    }
  }

  /// Returns the drop rates: the input's first, then those of the hidden layers, then those of the body that are not
  /// learnt.
  public List<Double> dropRates() {
    List<Double> p = new ArrayList<>();
    p.add(inputDrop);
    hidden.forEach(layer -> p.add(layer.drop()));
    body.forEach(layer -> p.addAll(layer.drops()));
    return List.copyOf(p);
  }

  /// Returns how many of the [#dropRates] belong to the input and the hidden layers; the others belong to the body.
  public int denseRates() { return 1 + hidden.size(); }

  /// Returns the same network with other drop rates, in the order of [#dropRates]. Those of the body may be missing and
  /// then stay as they are.
  public NetworkSpec withDropRates(List<Double> p) {
    List<HiddenLayer> layers = new ArrayList<>();
    for (int i = 0; i < hidden.size(); i++) layers.add(hidden.get(i).withDrop(p.get(i + 1)));
    NetworkSpec dense = with(n -> n.inputDrop(p.getFirst()).hidden(layers));
    if (p.size() == denseRates()) return dense;
    Iterator<Double> rest = p.listIterator(denseRates());
    return dense.withBody(body.stream().map(layer -> layer.withDrops(_ -> rest.next())).toList());
  }

  /// Returns the same network without dropout, in its body too: the twin. None of its layers has a method that would
  /// learn or prune.
  public NetworkSpec withoutDropout() {
    DropoutSpec none = new DropoutSpec.Inverted();
    return with(n -> n.inputDrop(0).body(body.stream().map(LayerSpec::withoutDropout).toList())
        .hidden(hidden.stream().map(layer -> layer.with(l -> l.drop(0).method(none))).toList()));
  }
}
