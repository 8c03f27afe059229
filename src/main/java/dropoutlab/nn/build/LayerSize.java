package dropoutlab.nn.build;

import dropoutlab.math.Shape;
import dropoutlab.words.Words;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;

/// How large a layer is, in numbers of 4 bytes, counted in 64 bits before anything is laid out.
///
/// @param out       the shape of what it gives out
/// @param learnt    the tables that it learns, in the order of its parameters
/// @param gathered  what it keeps besides, in the order of its buffers
/// @param fixed     working memory whatever the batch is
/// @param training  working memory for each example of a batch that goes forward and backward
/// @param inference the same for one that goes forward with masks off
/// @param largest   the largest array whatever the batch is
/// @param widest    the largest array for one example
/// @param needsTwo  whether it normalises values that a batch of one example has alone
@RecordBuilder
record LayerSize(Shape out, List<TableSize> learnt, List<TableSize> gathered, long fixed, long training, long inference,
                 long largest, long widest, boolean needsTwo) implements LayerSizeBuilder.With {
  LayerSize {
    learnt = List.copyOf(learnt);
    gathered = List.copyOf(gathered);
  }

  /// A layer that keeps nothing: so many tensors of its own forward and backward, each as wide as what it gives out.
  static LayerSize of(Shape out, int forward, int backward) {
    long size = count(out);
    return new LayerSize(out, List.of(), List.of(), 0, (forward + backward) * size, forward * size, 0, size, false);
  }

  static long count(Shape shape) { return (long) shape.maps() * shape.rows() * shape.cols(); }

  /// All of these, one after the other.
  static LayerSize all(List<LayerSize> parts) {
    List<TableSize> learnt = new ArrayList<>(), gathered = new ArrayList<>();
    parts.forEach(part -> learnt.addAll(part.learnt));
    parts.forEach(part -> gathered.addAll(part.gathered));
    return new LayerSize(parts.getLast().out, learnt, gathered, parts.stream().mapToLong(LayerSize::fixed).sum(),
        parts.stream().mapToLong(LayerSize::training).sum(), parts.stream().mapToLong(LayerSize::inference).sum(),
        parts.stream().mapToLong(LayerSize::largest).max().orElse(0),
        parts.stream().mapToLong(LayerSize::widest).max().orElse(0), parts.stream().anyMatch(LayerSize::needsTwo));
  }

  /// With working memory of so many numbers more, all in one array, whatever the batch is.
  LayerSize plusFixed(long count) {
    return with(to -> to.fixed(fixed + count).largest(Math.max(largest, count)));
  }

  /// With working memory of so many numbers more for each example.
  LayerSize plus(long forward, long backward) {
    return with(to -> to.training(training + forward + backward).inference(inference + forward));
  }

  LayerSize learning(TableSize... tables) { return withLearnt(List.of(tables)); }

  /// This, if every array of it can be: Java's have at most 2^31 - 1 elements.
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
