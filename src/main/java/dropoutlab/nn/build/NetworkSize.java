package dropoutlab.nn.build;

import dropoutlab.math.Shape;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The size of a network, counted with 64 bits before any memory is allocated.
///
/// @param parts  the layers of the body, the hidden layers and the output, each with its name in the experiment
/// @param dense  the sizes of the weights of the hidden layers and the output
/// @param extras the sizes of what is kept besides those weights and their biases, in the order of
///               [dropoutlab.frame.Weights#body]
public record NetworkSize(List<Part> parts, List<TableSize> dense, List<TableSize> extras) {
  public NetworkSize {
    parts = List.copyOf(parts);
    dense = List.copyOf(dense);
    extras = List.copyOf(extras);
  }

  /// The memory of one layer, in numbers of 4 bytes.
  ///
  /// @param path      the place of the layer in the experiment
  /// @param tables    the sizes of all that it keeps: parameters first, then running statistics
  /// @param learnt    how many numbers are learnt; each has a gradient
  /// @param gathered  how many numbers are running statistics
  /// @param fixed     the working memory that does not depend on the batch
  /// @param training  the working memory per example of a training batch
  /// @param inference the working memory per example that goes forward with masks off
  /// @param widest    the size of the largest array per example
  /// @param needsTwo  whether it normalises over the batch, for which a batch of one example is too small
  public record Part(String path, List<TableSize> tables, long learnt, long gathered, long fixed, long training,
                     long inference, long widest, boolean needsTwo) {}

  /// Counts a network. Throws an [IllegalArgumentException] that names the layer if layers do not fit together or an
  /// array would be larger than Java allows.
  public static NetworkSize of(NetworkSpec spec, Shape inputs, int outputs) {
    Counter counter = new Counter();
    counter.add("network.inputDrop", LayerSizes.input(spec.inputDrop(), inputs));
    Shape shape = inputs;
    for (int i = 0; i < spec.body().size(); i++) {
      String path = "network.body[" + i + "]";
      LayerSize size = counter.add(path, LayerSizes.of(spec.body().get(i), shape, path));
      counter.extras.addAll(size.learnt());
      counter.extras.addAll(size.gathered());
      shape = size.out();
    }
    int in = shape.size();
    for (int i = 0; i < spec.hidden().size(); i++) {
      LayerSize size = counter.addDense("network.hidden[" + i + "]", LayerSizes.hidden(spec.hidden().get(i), in));
      in = size.out().cols();
    }
    counter.addDense(Words.of("nn.layer.output"), LayerSizes.output(in, outputs));
    return new NetworkSize(counter.parts, counter.dense, counter.extras);
  }

  private static final class Counter {
    private final List<Part> parts = new ArrayList<>();
    private final List<TableSize> dense = new ArrayList<>();
    private final List<TableSize> extras = new ArrayList<>();

    LayerSize add(String path, LayerSize size) {
      size.checked(path);
      List<TableSize> tables = Stream.concat(size.learnt().stream(), size.gathered().stream()).toList();
      parts.add(new Part(path, tables, size.learnt().stream().mapToLong(TableSize::count).sum(),
          size.gathered().stream().mapToLong(TableSize::count).sum(), size.fixed(), size.training(), size.inference(),
          size.widest(), size.needsTwo()));
      return size;
    }

    /// Adds weights and biases first, then what the dropout learns.
    LayerSize addDense(String path, LayerSize size) {
      dense.add(size.learnt().getFirst());
      extras.addAll(size.learnt().subList(2, size.learnt().size()));
      return add(path, size);
    }
  }

  /// Returns the bytes of a network that predicts `rows` examples at a time.
  public long predicting(long rows) {
    return parts.stream().mapToLong(part ->
        4 * (2 * part.learnt() + part.gathered() + part.fixed() + rows * part.inference())).sum();
  }

  /// Returns how many numbers are learnt.
  public long learnt() { return parts.stream().mapToLong(Part::learnt).sum(); }

  /// Returns how many numbers are kept with a model: those that are learnt, and running statistics.
  public long kept() { return learnt() + parts.stream().mapToLong(Part::gathered).sum(); }
}
