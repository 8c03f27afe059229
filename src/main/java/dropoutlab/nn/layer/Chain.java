package dropoutlab.nn.layer;

import dropoutlab.frame.LayerView;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Layers one after the other. A chain keeps what went through each of them last, so that it can be looked at.
public final class Chain {
  private final List<Layer> layers;
  private final List<Shape> shapes;
  /// The input of the chain, followed by the output of each layer.
  private final Tensor[] values;
  /// The gradients by those values, from the last backward pass.
  private final Tensor[] gradients;

  /// @param shapes the shape of each layer's output
  public Chain(List<Layer> layers, List<Shape> shapes) {
    this.layers = List.copyOf(layers);
    this.shapes = List.copyOf(shapes);
    values = new Tensor[layers.size() + 1];
    gradients = new Tensor[layers.size() + 1];
  }

  /// Makes a chain of layers that all put out `shape`.
  public static Chain of(Shape shape, Layer... layers) {
    return new Chain(List.of(layers), Collections.nCopies(layers.length, shape));
  }

  /// Returns the same layers for inference; see [Layer#sharing].
  public Chain sharing() { return new Chain(layers.stream().map(Layer::sharing).toList(), shapes); }

  public List<Layer> layers() { return layers; }

  public Tensor forward(Tensor x, Mode mode) {
    values[0] = x;
    for (int i = 0; i < layers.size(); i++) values[i + 1] = layers.get(i).forward(values[i], mode);
    return values[layers.size()];
  }

  public Tensor backward(Tensor dOut) { return backward(dOut, 0); }

  /// Runs [#backward(Tensor)] down to layer `first`, which computes the gradients of its parameters only; the layers
  /// before it are not called.
  public void gradients(Tensor dOut, int first) { layers.get(first).gradients(backward(dOut, first + 1)); }

  private Tensor backward(Tensor dOut, int first) {
    gradients[layers.size()] = dOut;
    for (int i = layers.size() - 1; i >= first; i--) gradients[i] = layers.get(i).backward(gradients[i + 1]);
    return gradients[first];
  }

  /// Returns the last output of layer `index`; null before the first pass.
  public Tensor output(int index) { return values[index + 1]; }

  /// Returns how many values the layers from `from` to `to`, exclusive, put out for one example.
  public long values(int from, int to) { return shapes.subList(from, to).stream().mapToLong(Shape::size).sum(); }

  public Tensor output() { return output(layers.size() - 1); }

  /// Returns the views of all layers; see the method below.
  public List<LayerView> views(int examples, boolean gradients) { return views(0, layers.size(), examples, gradients); }

  /// Returns the views of the layers from `from` to `to`, exclusive, of the last batch.
  ///
  /// @param examples  the number of rows to show
  /// @param gradients whether the last backward pass belongs to this batch
  public List<LayerView> views(int from, int to, int examples, boolean gradients) {
    List<LayerView> views = new ArrayList<>();
    for (int i = from; i < to; i++) views.add(layers.get(i).view(passage(i, examples, gradients)));
    return views;
  }

  /// Returns what went through layer `index` last; the parameters are those of [#views].
  public Passage passage(int index, int examples, boolean gradients) {
    return new Passage(shapes.get(index), values[index], values[index + 1],
        gradients ? this.gradients[index + 1] : null, examples);
  }
}
