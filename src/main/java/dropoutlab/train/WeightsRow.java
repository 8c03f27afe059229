package dropoutlab.train;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The weights of a network as one row of numbers, so that those of many epochs make a table.
final class WeightsRow {
  private WeightsRow() {}

  static int size(Weights weights) { return all(weights).mapToInt(Matrix::size).sum(); }

  private static Stream<Matrix> all(Weights of) {
    return Stream.of(of.weights(), of.biases(), of.body()).flatMap(List::stream);
  }

  /// Returns a table with a row for each of `epochs`.
  static Matrix table(List<Weights> epochs) {
    int cols = epochs.isEmpty() ? 0 : size(epochs.getFirst()), at = 0;
    float[] rows = new float[Math.multiplyExact(epochs.size(), cols)];
    for (Weights each : epochs)
      for (Matrix part : all(each).toList()) {
        part.copyInto(rows, at);
        at += part.size();
      }
    return Matrix.copyOf(rows, epochs.size(), cols);
  }

  /// Returns the weights in the row at `from`, in the shapes of `like`.
  static Weights read(Weights like, float[] rows, int from) {
    int weights = from, biases = weights + sum(like.weights()), body = biases + sum(like.biases());
    return new Weights(read(like.weights(), rows, weights), read(like.biases(), rows, biases),
        read(like.body(), rows, body));
  }

  private static int sum(List<Matrix> parts) { return parts.stream().mapToInt(Matrix::size).sum(); }

  private static List<Matrix> read(List<Matrix> like, float[] rows, int from) {
    List<Matrix> parts = new ArrayList<>();
    int at = from;
    for (Matrix each : like) {
      parts.add(Matrix.copyOf(Arrays.copyOfRange(rows, at, at + each.size()), each.rows(), each.cols()));
      at += each.size();
    }
    return parts;
  }
}
