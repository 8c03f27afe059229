package dropoutlab.nn.build;

import dropoutlab.math.Correlation;
import dropoutlab.math.Shape;
import dropoutlab.nn.recurrent.Cell;
import dropoutlab.nn.spatial.Windows;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.LayerSpec.Recurrent;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// Counts the size of a layer, and thereby the shape of its output, from its spec and the shape of its input. The
/// builders build what has been counted here. Throws an [IllegalArgumentException] for a layer that does not fit its
/// input.
final class LayerSizes {
  private LayerSizes() {}

  /// @param path the place of the layer in the experiment, for error messages
  static LayerSize of(LayerSpec spec, Shape in, String path) {
    LayerSize size = switch (spec) {
      case LayerSpec.Simple simple -> simple(simple, in, path);
      case LayerSpec.Spatial spatial -> spatial(spatial, in);
      case LayerSpec.Sequential sequential -> sequential(sequential, in);
    };
    return size.checked(path);
  }

  private static LayerSize simple(LayerSpec.Simple spec, Shape in, String path) {
    return switch (spec) {
      case LayerSpec.Reshape(int maps, int rows, int cols) -> reshape(in, new Shape(maps, rows, cols));
      case LayerSpec.Activate _ -> LayerSize.of(in, 1, 1);
      case LayerSpec.Drop(double p, DropoutSpec method) -> noise(method, p, in);
      case LayerSpec.DenseLayer(int units) -> dense(in, units);
      case LayerSpec.LayerNorm _ -> layerNorm(in);
      case LayerSpec.BatchNorm _ -> batchNorm(in);
      case LayerSpec.Residual residual -> residual(residual, in, path);
    };
  }

  private static LayerSize reshape(Shape in, Shape out) {
    if (LayerSize.count(out) != LayerSize.count(in))
      throw new IllegalArgumentException(Words.of("nn.layer.reshape", in.size(), in.toString(), out.toString()));
    return LayerSize.of(out, 0, 0);
  }

  /// A dense layer acts on the last dimension.
  private static LayerSize dense(Shape in, int units) {
    long steps = (long) in.maps() * in.rows();
    Shape out = new Shape(in.maps(), in.rows(), units);
    return LayerSize.of(out, 1, 0).plus(0, steps * in.cols())
        .learning(new TableSize(in.cols(), units), TableSize.row(units));
  }

  /// Counts a mask and the products with it, forward and backward.
  private static LayerSize noise(DropoutSpec method, double p, Shape in) {
    boolean scales = p > 0 && method instanceof DropoutSpec.Standard;
    long masked = p > 0 ? LayerSize.count(in) : 0;
    LayerSize size = LayerSize.of(in, 0, 0).plusFixed(2 * LayerSize.count(in))
        .plus(scales ? masked : 0, scales ? 2 * masked : 3 * masked);
    return method.learnsRate() ? size.learning(TableSize.row(1)) : size;
  }

  private static LayerSize layerNorm(Shape in) {
    int width = in.maps() > 1 ? in.size() : in.cols();
    return LayerSize.of(in, 2, 1).plus(LayerSize.count(in) / width, 0)
        .learning(TableSize.row(width), TableSize.row(width));
  }

  private static LayerSize batchNorm(Shape in) {
    int groups = in.maps() > 1 ? in.maps() : in.cols();
    TableSize row = TableSize.row(groups);
    return LayerSize.of(in, 2, 1).learning(row, row)
        .with(to -> to.gathered(List.of(row, row)).needsTwo(LayerSize.count(in) == groups));
  }

  private static LayerSize residual(LayerSpec.Residual spec, Shape in, String path) {
    if (spec.layers().isEmpty()) throw new IllegalArgumentException(Words.of("nn.layer.residual_empty"));
    LayerSize inner = LayerSize.all(all(spec.layers(), in, path));
    if (!inner.out().equals(in))
      throw new IllegalArgumentException(Words.of("nn.layer.residual_shape", inner.out().toString(), in.toString()));
    return inner.plus(2 * LayerSize.count(in), LayerSize.count(in));
  }

  /// Counts the layers in their order, each on the output shape of the one before.
  private static List<LayerSize> all(List<LayerSpec> specs, Shape in, String path) {
    List<LayerSize> all = new ArrayList<>();
    for (LayerSpec spec : specs)
      all.add(of(spec, all.isEmpty() ? in : all.getLast().out(), path + ".layers[" + all.size() + "]"));
    return all;
  }

  private static LayerSize spatial(LayerSpec.Spatial spec, Shape in) {
    return switch (spec) {
      case LayerSpec.Conv2d(int maps, int kernel, int stride, int padding) ->
          convolution(Windows.Extent.of(in, kernel, stride, padding), in, maps, kernel, stride, padding);
      case LayerSpec.Pool(_, int size, int stride) -> {
        Windows.Extent extent = Windows.Extent.of(in, size, stride, 0);
        yield LayerSize.of(new Shape(in.maps(), extent.rows(), extent.cols()), 2, 0).plus(0, LayerSize.count(in));
      }
      case LayerSpec.SpatialDropout(double p) -> noise(new DropoutSpec.Inverted(), p, in);
      case LayerSpec.DropBlock(double p, int block) -> {
        if (block > in.rows() || block > in.cols())
          throw new IllegalArgumentException(Words.of("nn.layer.block", block, in.rows(), in.cols()));
        yield noise(new DropoutSpec.Inverted(), p, in)
            .plusFixed((in.rows() - block + 1L) * (in.cols() - block + 1) * in.maps());
      }
    };
  }

  /// Counts the maps laid out flat and those of the gradient, the sums of one example, and the copies of
  /// [PixelGradients] with the kernel reversed.
  private static LayerSize convolution(Windows.Extent extent, Shape in, int maps, int kernel, int stride,
                                       int padding) {
    long cells = (long) in.maps() * kernel * kernel, turned = (long) maps * kernel * kernel;
    long places = extent.places(), room = places + Correlation.roomOfPlaces(1), phases = (long) stride * stride;
    long rows = Math.max(extent.rows(), Math.ceilDiv(in.rows() + padding, stride)), pitch = extent.pitch();
    LayerSize size = LayerSize.of(new Shape(maps, extent.rows(), extent.cols()), 1, 0).plus(0, LayerSize.count(in))
        .learning(new TableSize(Math.toIntExact(cells), maps), TableSize.row(maps));
    for (long count : new long[] {in.maps() * phases * extent.phase(), maps * room,
        places * Correlation.roomOfMaps(maps), (cells + 1) * Correlation.roomOfMaps(maps), maps * (rows + (kernel - 1) / stride + 3) * pitch,
        turned * in.maps(), 4 * turned})
      size = size.plusFixed(count);
    long pixels = in.maps() * (Math.ceilDiv(in.rows(), stride) * pitch + Correlation.roomOfPlaces(1) / 2);
    for (int phase = 0; phase < phases; phase++) size = size.plusFixed(pixels);
    return size;
  }

  private static LayerSize sequential(LayerSpec.Sequential spec, Shape in) {
    return switch (spec) {
      case LayerSpec.Embedding(int vocabulary, int width, _) ->
          LayerSize.of(Shape.sequence(in.size(), width), 1, 0).plus(in.size(), in.size()).plusFixed(vocabulary)
              .learning(new TableSize(vocabulary, width));
      case Recurrent recurrent -> recurrent(recurrent, in);
      case LayerSpec.TimePool _ -> {
        requireSteps("time-pool", in);
        yield LayerSize.of(Shape.vector(in.cols()), 1, 0).plus(0, LayerSize.count(in));
      }
      case LayerSpec.Position _ -> {
        requireSequence(Words.of("nn.layer.position"), in);
        yield LayerSize.of(in, 1, 0).plusFixed(LayerSize.count(in));
      }
      case LayerSpec.Attention(int heads, double drop) -> {
        requireSequence(Words.of("nn.layer.attention"), in);
        yield attention(in, heads, drop);
      }
      case LayerSpec.Encoder encoder -> {
        requireSequence(Words.of("nn.layer.encoder"), in);
        yield encoder(encoder, in);
      }
    };
  }

  /// A plain vector would pass as a sequence of one step, which is never what was meant.
  private static void requireSteps(String type, Shape in) {
    if (in.maps() != 1 || in.rows() == 1)
      throw new IllegalArgumentException(Words.of("nn.layer.needs_steps", type, in.toString()));
  }

  private static void requireSequence(String layer, Shape in) {
    if (in.maps() != 1)
      throw new IllegalArgumentException(Words.of("nn.layer.needs_sequence", layer, in.toString()));
  }

  /// Counts the states and gates of [dropoutlab.nn.recurrent.CellTrace] and the masks of
  /// [dropoutlab.nn.recurrent.RecurrentMasks].
  private static LayerSize recurrent(Recurrent spec, Shape in) {
    requireSteps("recurrent", in);
    Cell cell = Cell.of(spec.cell());
    long steps = in.rows(), width = in.cols(), units = spec.units(), gates = cell.gates() * units;
    long fromState = cell.stateStandsApart() ? steps * gates : gates;
    long states = (cell.hasMemory() ? 3 * steps + 2 : steps + 1) * units;
    long back = steps * gates + (cell.stateStandsApart() ? fromState : 0) + 3 * units + 2 * steps * width;
    LayerSize size = LayerSize.of(Shape.sequence(spec.last() ? 1 : in.rows(), spec.units()), 1, 0)
        .plus(steps * gates + fromState + states + steps * width, back + recurrentMasks(spec.drop(), cell, in, units))
        .plusFixed(gates * width).plusFixed(gates * units).plusFixed(gates)
        .learning(new TableSize(in.cols(), (int) gates), new TableSize(spec.units(), (int) gates),
            TableSize.row((int) gates), TableSize.row((int) gates));
    return size.withWidest(Math.max(size.widest(), Math.max(steps * gates, (steps + 1) * units)));
  }

  private static long recurrentMasks(LayerSpec.RecurrentDrop drop, Cell cell, Shape in, long units) {
    boolean variational = drop.method() == LayerSpec.RecurrentDrop.RecurrentMethod.VARIATIONAL;
    long masks = variational ? 1 : in.rows(), groups = variational && !drop.tiedGates() ? cell.gates() : 1;
    long inputs = drop.inputs() > 0 ? (groups * masks + in.rows()) * in.cols() : 0;
    long state = drop.state() > 0 ? (groups * masks + in.rows()) * units : 0;
    return inputs + state + (drop.outputs() > 0 ? masks * units : 0);
  }

  private static LayerSize attention(Shape in, int heads, double drop) {
    int width = in.cols();
    if (width % heads != 0)
      throw new IllegalArgumentException(Words.of("nn.layer.heads", heads, width));
    long all = LayerSize.count(in), square = (long) heads * in.rows() * in.rows(), masked = drop > 0 ? 3 * square : 0;
    return LayerSize.of(in, 0, 0).plus(5 * all + square, 5 * all + square + masked).plusFixed(2 * square)
        .withWidest(Math.max(3 * all, square))
        .learning(new TableSize(width, 3 * width), TableSize.row(3 * width), new TableSize(width, width),
            TableSize.row(width));
  }

  private static LayerSize encoder(LayerSpec.Encoder spec, Shape in) {
    DropoutSpec inverted = new DropoutSpec.Inverted();
    LayerSize expand = dense(in, spec.feedForward());
    Shape wide = expand.out();
    return LayerSize.all(List.of(attention(in, spec.heads(), spec.attentionDrop()),
        noise(inverted, spec.residualDrop(), in), layerNorm(in), expand, LayerSize.of(wide, 1, 1),
        noise(inverted, spec.feedForwardDrop(), wide), dense(wide, in.cols()),
        noise(inverted, spec.residualDrop(), in), layerNorm(in)))
        .plus(2 * LayerSize.count(in), 2 * LayerSize.count(in));
  }

  /// Counts a dense layer with its activation and dropout. A method that drops weights needs arrays as large as the
  /// weights.
  static LayerSize hidden(NetworkSpec.HiddenLayer layer, int in) {
    LayerSize dense = dense(Shape.vector(in), layer.units());
    long weights = dense.learnt().getFirst().count(), units = layer.units();
    LayerSize activate = LayerSize.of(dense.out(), 1, 1);
    return switch (layer.method()) {
      case DropoutSpec.DropConnect(var inference, _) -> {
        LayerSize both = LayerSize.all(List.of(dense, activate));
        for (int table = 0; table < 4; table++) both = both.plusFixed(weights);
        boolean matches = layer.drop() > 0 && inference == DropoutSpec.DropConnect.Inference.MOMENT_MATCHING;
        yield matches ? both.withInference(both.inference() + 3 * units + in) : both;
      }
      case DropoutSpec.Targeted(_, var target) -> switch (target) {
        case WEIGHTS ->
            LayerSize.all(List.of(dense, activate)).plusFixed(weights).plusFixed(weights).plusFixed(weights);
        case UNITS -> {
          boolean on = layer.drop() > 0;
          yield LayerSize.all(List.of(dense, activate, noise(layer.method(), layer.drop(), dense.out())))
              .plusFixed(3 * units).plus(on ? units : 0, on ? -units : 0);
        }
      };
      case DropoutSpec.Inverted _, DropoutSpec.Standard _, DropoutSpec.Gaussian _, DropoutSpec.LearntGaussian _,
          DropoutSpec.Uniform _, DropoutSpec.Alpha _, DropoutSpec.Concrete _ ->
          LayerSize.all(List.of(dense, activate, noise(layer.method(), layer.drop(), dense.out())));
    };
  }

  static LayerSize input(double p, Shape in) { return noise(new DropoutSpec.Inverted(), p, in); }

  static LayerSize output(int in, int outputs) { return dense(Shape.vector(in), outputs); }
}
