package dropoutlab.nn.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.math.Shape;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.LayerSpec.Pool.PoolKind;
import dropoutlab.spec.LayerSpec.Residual.DepthMode;
import dropoutlab.spec.LayerSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracles: shapes and sentences by hand.
class LayerBuilderTest {
  private static final Shape IMAGE = new Shape(2, 6, 5);

  private static Shape built(Shape in, LayerSpec... specs) {
    return new LayerBuilder(_ -> null, 0).all(List.of(specs), in).getLast().shape();
  }

  static Stream<Arguments> shapes() {
    return Stream.of(
        Arguments.of(IMAGE, new LayerSpec.Conv2d(4, 3, 1, 1), new Shape(4, 6, 5)),
        Arguments.of(IMAGE, new LayerSpec.Conv2d(4, 3, 2, 0), new Shape(4, 2, 2)),
        Arguments.of(IMAGE, new LayerSpec.Pool(PoolKind.MAX, 2, 2), new Shape(2, 3, 2)),
        Arguments.of(IMAGE, new LayerSpec.Pool(PoolKind.AVERAGE, 5, 1), new Shape(2, 2, 1)),
        Arguments.of(IMAGE, new LayerSpec.Reshape(1, 12, 5), new Shape(1, 12, 5)),
        Arguments.of(IMAGE, new LayerSpec.DenseLayer(7), new Shape(2, 6, 7)),
        Arguments.of(Shape.vector(60), new LayerSpec.DenseLayer(7), Shape.vector(7)),
        Arguments.of(IMAGE, new LayerSpec.DropBlock(0.1, 5), IMAGE),
        Arguments.of(IMAGE, new LayerSpec.SpatialDropout(0.1), IMAGE),
        Arguments.of(IMAGE, new LayerSpec.Drop(0.1, new DropoutSpec.Inverted()), IMAGE),
        Arguments.of(IMAGE, new LayerSpec.BatchNorm(1e-5, 0.1), IMAGE),
        Arguments.of(IMAGE, new LayerSpec.LayerNorm(1e-5), IMAGE));
  }

  @ParameterizedTest
  @MethodSource
  void shapes(Shape in, LayerSpec spec, Shape out) {
    assertThat(built(in, spec)).isEqualTo(out);
  }

  static Stream<Arguments> misfits() {
    return Stream.of(
        Arguments.of(new LayerSpec.Conv2d(4, 8, 1, 1),
            "A window of 8 x 8 does not fit into maps of 6 x 5 with padding 1"),
        Arguments.of(new LayerSpec.Pool(PoolKind.MAX, 6, 1), "A window of 6 x 6 does not fit into maps of 6 x 5"),
        Arguments.of(new LayerSpec.DropBlock(0.1, 6), "A block of 6 x 6 does not fit into maps of 6 x 5"),
        Arguments.of(new LayerSpec.Reshape(1, 7, 9), "The 60 columns of 2 x 6 x 5 cannot be read as 1 x 7 x 9"),
        Arguments.of(new LayerSpec.Reshape(4096, 4096, 100_000),
            "The 60 columns of 2 x 6 x 5 cannot be read as 4096 x 4096 x 100000"),
        Arguments.of(residual(new LayerSpec.DenseLayer(4)),
            "The layers of a residual block must keep the shape, but make 2 x 6 x 4 of 2 x 6 x 5"),
        Arguments.of(residual(), "A residual block needs at least one layer"));
  }

  private static LayerSpec residual(LayerSpec... layers) {
    return new LayerSpec.Residual(List.of(layers), 0.1, DepthMode.BATCH, true);
  }

  @ParameterizedTest
  @MethodSource
  void misfits(LayerSpec spec, String sentence) {
    assertThatThrownBy(() -> built(IMAGE, spec)).isInstanceOf(IllegalArgumentException.class).hasMessage(sentence);
  }
}
