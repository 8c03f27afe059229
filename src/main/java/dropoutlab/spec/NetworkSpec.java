package dropoutlab.spec;

import java.util.ArrayList;
import java.util.List;

/// A network: inputs, a body (empty for a dense network), dense hidden layers, and one linear output layer whose width
/// follows from the data. `inputDrop` is the drop rate p of the inputs.
public record NetworkSpec(double inputDrop, List<LayerSpec> body, List<HiddenLayer> hidden, Initialisation initialisation) {
  public NetworkSpec {
    Check.present("body", body);
    body = List.copyOf(body);
    Check.dropRate("inputDrop", inputDrop);
    Check.entries("hidden", hidden);
    Check.range("hidden", hidden.size(), 0, 8);
    Check.present("initialisation", initialisation);
    hidden = List.copyOf(hidden);
  }

  /// A dense network.
  public NetworkSpec(double inputDrop, List<HiddenLayer> hidden, Initialisation initialisation) {
    this(inputDrop, List.of(), hidden, initialisation);
  }

  /// `units` neurons with one activation, dropped with rate `drop` by `method`.
  public record HiddenLayer(int units, Activation activation, double drop, DropoutSpec method) {
    public HiddenLayer {
      Check.present("method", method);
      Check.range("units", units, 1, 8192);
      Check.present("activation", activation);
      Check.dropRate("drop", drop);
    }

    /// With inverted dropout.
    public HiddenLayer(int units, Activation activation, double drop) {
      this(units, activation, drop, new DropoutSpec.Inverted());
    }
  }

  /// The drop rates: the input's first, then each hidden layer's.
  public List<Double> dropRates() {
    List<Double> p = new ArrayList<>();
    p.add(inputDrop);
    hidden.forEach(layer -> p.add(layer.drop()));
    return List.copyOf(p);
  }

  /// The same network with other drop rates, in the order of [#dropRates].
  public NetworkSpec withDropRates(List<Double> p) {
    List<HiddenLayer> layers = new ArrayList<>();
    for (int i = 0; i < hidden.size(); i++)
      layers.add(new HiddenLayer(hidden.get(i).units(), hidden.get(i).activation(), p.get(i + 1), hidden.get(i).method()));
    return new NetworkSpec(p.getFirst(), body, layers, initialisation);
  }
}
