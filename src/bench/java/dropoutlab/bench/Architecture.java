package dropoutlab.bench;

import dropoutlab.math.Shape;
import java.util.List;

/// The network that a [Work] trains; each contender builds it from its own layers. Every dropout has the rate
/// [Work#DROP].
public sealed interface Architecture {
  /// The shape in which the columns of an example are read.
  Shape inputs();

  int outputs();

  /// `(dense, ReLU, dropout)*, dense`.
  record Mlp(int features, List<Integer> hidden, int outputs) implements Architecture {
    @Override public Shape inputs() { return Shape.vector(features); }
  }

  /// `(3 x 3 convolution that keeps the size, ReLU, 2 x 2 maximum pooling)*, dropout, dense`, on a square image.
  record ConvNet(int side, List<Integer> maps, int outputs) implements Architecture {
    @Override public Shape inputs() { return new Shape(1, side, side); }
  }

  /// `LSTM, dropout on its last state, dense`.
  record Lstm(int steps, int features, int units, int outputs) implements Architecture {
    @Override public Shape inputs() { return Shape.sequence(steps, features); }
  }

  /// `encoder block, mean over the steps, dense`. The block is normalised after each sub-layer, and drops attention
  /// weights, units of its feed-forward part, and units of both branches before they are added.
  record Encoder(int steps, int features, int heads, int feedForward, int outputs) implements Architecture {
    @Override public Shape inputs() { return Shape.sequence(steps, features); }
  }
}
