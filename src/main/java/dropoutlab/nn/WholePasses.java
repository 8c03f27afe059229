package dropoutlab.nn;

import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import java.util.List;

/// Passes through layers of any kind, with fresh or held masks.
final class WholePasses implements Passes {
  private final List<Layer> layers;
  private final List<Tensor> slices;
  private final Mode mode;

  /// @param slices the inputs of the first of `layers`
  WholePasses(List<Layer> layers, List<Tensor> slices, Mode mode) {
    this.layers = layers;
    this.slices = slices;
    this.mode = mode;
  }

  @Override public void next(Tensor out) {
    if (mode == Mode.HELD) layers.forEach(Layer::holdNewMask);
    out.resize(slices.stream().mapToInt(Tensor::rows).sum());
    int at = 0;
    for (Tensor slice : slices) {
      Tensor value = slice;
      for (Layer layer : layers) value = layer.forward(value, mode);
      System.arraycopy(value.data(), 0, out.data(), at, value.size());
      at += value.size();
    }
  }
}
