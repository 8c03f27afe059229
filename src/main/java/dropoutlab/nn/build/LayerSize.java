package dropoutlab.nn.build;

import dropoutlab.math.Shape;
import dropoutlab.words.Words;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;

/// The size of a layer in numbers of 4 bytes. It is counted with 64 bits before any memory is allocated.
///
/// @param out       the shape of the layer's output
/// @param learnt    the sizes of its parameters, in their order
/// @param gathered  the sizes of its buffers, in their order
/// @param fixed     the working memory that does not depend on the batch
/// @param training  the working memory per example of a batch that goes forward and backward
/// @param inference the working memory per example that goes forward with masks off
/// @param largest   the largest array that does not depend on the batch
/// @param widest    the largest array per example
/// @param needsTwo  whether it normalises over the batch values of which one example has only one
@RecordBuilder
record LayerSize(Shape out, List<TableSize> learnt, List<TableSize> gathered, long fixed, long training, long inference,
                 long largest, long widest, boolean needsTwo) implements LayerSizeBuilder.With {
  LayerSize {
    learnt = List.copyOf(learnt);
    gathered = List.copyOf(gathered);
  }

  /// Returns the size of a layer without parameters that holds `forward` tensors for the forward and `backward` tensors
  /// for the backward pass, each as wide as its output.
  static LayerSize of(Shape out, int forward, int backward) {
    long size = count(out);
    return new LayerSize(out, List.of(), List.of(), 0, (forward + backward) * size, forward * size, 0, size, false);
  }

  static long count(Shape shape) { return (long) shape.maps() * shape.rows() * shape.cols(); }

  /// Returns the size of these layers, one after the other.
  static LayerSize all(List<LayerSize> parts) {
    List<TableSize> learnt = new ArrayList<>(), gathered = new ArrayList<>();
    parts.forEach(part -> learnt.addAll(part.learnt));
    parts.forEach(part -> gathered.addAll(part.gathered));
    return new LayerSize(parts.getLast().out, learnt, gathered, parts.stream().mapToLong(LayerSize::fixed).sum(),
        parts.stream().mapToLong(LayerSize::training).sum(), parts.stream().mapToLong(LayerSize::inference).sum(),
        parts.stream().mapToLong(LayerSize::largest).max().orElse(0),
        parts.stream().mapToLong(LayerSize::widest).max().orElse(0), parts.stream().anyMatch(LayerSize::needsTwo));
  }

  /// Adds an array of `count` numbers to the working memory, whatever the batch is.
  LayerSize plusFixed(long count) {
    return with(to -> to.fixed(fixed + count).largest(Math.max(largest, count)));
  }

  /// Adds `forward` and `backward` numbers to the working memory per example.
  LayerSize plus(long forward, long backward) {
    return with(to -> to.training(training + forward + backward).inference(inference + forward));
  }

  LayerSize learning(TableSize... tables) { return withLearnt(List.of(tables)); }

  /// Returns this size. Throws an [IllegalArgumentException] if one of its arrays would exceed the 2^31 - 1 elements
  /// that Java allows.
  LayerSize checked(String path) {
    for (TableSize table : learnt)
      if (table.count() > Integer.MAX_VALUE)
        throw new IllegalArgumentException(Words.of("nn.layer.large_weights", path, table.toString(), table.count(),
            Bytes.shown(4 * table.count()), Integer.MAX_VALUE));
    long most = Math.max(largest, Math.max(widest, count(out)));
    if (most > Integer.MAX_VALUE)
      throw new IllegalArgumentException(
          Words.of("nn.layer.large", path, most, Bytes.shown(4 * most), Integer.MAX_VALUE));
    return this;
  }
}
