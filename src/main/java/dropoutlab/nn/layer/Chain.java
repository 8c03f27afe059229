package dropoutlab.nn.layer;

import dropoutlab.frame.LayerView;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Layers one after the other, and what went through each of them last, so that it can be looked at.
public final class Chain {
  private final List<Layer> layers;
  private final List<Shape> shapes;
  /// What goes in, then what each layer gives out.
  private final Tensor[] values;
  /// The gradients by them, of the last way back.
  private final Tensor[] gradients;

  /// @param shapes of what each layer gives out
  public Chain(List<Layer> layers, List<Shape> shapes) {
    this.layers = List.copyOf(layers);
    this.shapes = List.copyOf(shapes);
    values = new Tensor[layers.size() + 1];
    gradients = new Tensor[layers.size() + 1];
  }

  /// Layers that all give out `shape`.
  public static Chain of(Shape shape, Layer... layers) {
    return new Chain(List.of(layers), Collections.nCopies(layers.length, shape));
  }

  /// The same layers for inference; see [Layer#sharing].
  public Chain sharing() { return new Chain(layers.stream().map(Layer::sharing).toList(), shapes); }

  public List<Layer> layers() { return layers; }

  public Tensor forward(Tensor x, Mode mode) {
    values[0] = x;
    for (int i = 0; i < layers.size(); i++) values[i + 1] = layers.get(i).forward(values[i], mode);
    return values[layers.size()];
  }

  public Tensor backward(Tensor dOut) { return backward(dOut, 0); }

  /// As [#backward(Tensor)], down to layer `first`, which is asked for its parameters' gradients alone; nothing is
  /// asked of the layers before it.
  public void gradients(Tensor dOut, int first) { layers.get(first).gradients(backward(dOut, first + 1)); }

  private Tensor backward(Tensor dOut, int first) {
    gradients[layers.size()] = dOut;
    for (int i = layers.size() - 1; i >= first; i--) gradients[i] = layers.get(i).backward(gradients[i + 1]);
    return gradients[first];
  }

  /// What layer `index` gave out last; null before the first pass.
  public Tensor output(int index) { return values[index + 1]; }

  /// How many values the layers from `from` to `to`, exclusive, give out for one example.
  public long values(int from, int to) { return shapes.subList(from, to).stream().mapToLong(Shape::size).sum(); }

  public Tensor output() { return output(layers.size() - 1); }

  /// The views of all layers; see below.
  public List<LayerView> views(int examples, boolean gradients) { return views(0, layers.size(), examples, gradients); }

  /// The views of the layers from `from` to `to`, exclusive, on the last batch.
  ///
  /// @param examples  how many of its rows are shown
  /// @param gradients whether the last way back belongs to it
  public List<LayerView> views(int from, int to, int examples, boolean gradients) {
    List<LayerView> views = new ArrayList<>();
    for (int i = from; i < to; i++)
      views.add(layers.get(i).view(new Passage(shapes.get(i), values[i], values[i + 1],
          gradients ? this.gradients[i + 1] : null, examples)));
    return views;
  }
}
