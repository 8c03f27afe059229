package dropoutlab.nn.spatial;

import dropoutlab.math.Correlation;
import dropoutlab.math.Rows;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import java.util.ArrayList;
import java.util.List;

/// The gradient of a convolution by its input. Cell (i, j) of a window sees the pixel that is (i, j) after the window's
/// corner, and so the gradient is a convolution too, with the kernel reversed:
///
/// `dx[n, u] = Σ W[(n, i, j), m] dOut[m, u - (i, j)]`, summed over output maps m and cells (i, j),
///
/// where u is a position in the padded map. With stride s, this holds in each of the s x s phases of [Windows], with
/// the cells that belong to that phase.
final class PixelGradients {
  private final Windows windows;
  private final int maps;
  private final int plane;
  private final int first;
  private final float[] flat;
  private final List<Phase> phases = new ArrayList<>();

  /// The pixels of one phase: every stride-th pixel from row `top` and column `left` of the image on.
  ///
  /// @param cells for each cell (map, i, j), the position of the output gradient that the phase's first pixel needs
  /// @param from  for each cell, its row in the weights and its output map
  private record Phase(int top, int left, int rows, int cols, int places, int[] cells, int[][] from, Tensor weights,
                       Tensor zeros, Tensor pixels) {}

  /// @param maps the number of output maps of the convolution
  PixelGradients(Windows windows, int maps) {
    this.windows = windows;
    this.maps = maps;
    Shape in = windows.in;
    int s = windows.stride, reach = (windows.kernel - 1) / s;
    int before = reach + 2, after = Math.max(windows.rows, (windows.padding + in.rows() - 1) / s + 1) + 1;
    first = before * windows.pitch;
    plane = (before + after) * windows.pitch;
    flat = new float[maps * plane + Correlation.roomOfPlaces(1)];
    for (int a = 0; a < s; a++) for (int b = 0; b < s; b++) addPhase(a, b);
  }

  private void addPhase(int a, int b) {
    Shape in = windows.in;
    int s = windows.stride, q = windows.padding, k = windows.kernel;
    int u = Math.ceilDiv(Math.max(q - a, 0), s), v = Math.ceilDiv(Math.max(q - b, 0), s);
    int rows = Math.floorDiv(q + in.rows() - 1 - a, s) - u + 1, cols = Math.floorDiv(q + in.cols() - 1 - b, s) - v + 1;
    if (rows < 1 || cols < 1) return;
    List<int[]> from = new ArrayList<>();
    List<Integer> cells = new ArrayList<>();
    for (int m = 0; m < maps; m++)
      for (int i = a; i < k; i += s)
        for (int j = b; j < k; j += s) {
          from.add(new int[] {i * k + j, m});
          cells.add(first + m * plane + (u - i / s) * windows.pitch + v - j / s);
        }
    int places = (rows - 1) * windows.pitch + cols;
    phases.add(new Phase(u * s + a - q, v * s + b - q, rows, cols, places,
        cells.stream().mapToInt(Integer::intValue).toArray(), from.toArray(int[][]::new),
        new Tensor(from.size(), in.maps()), new Tensor(1, in.maps()),
        new Tensor(in.maps(), Correlation.roomOfPlaces(places))));
  }

  /// Copies the weights, (input maps · k · k x output maps), as they are now.
  void use(Tensor weights) {
    int area = windows.kernel * windows.kernel;
    for (Phase phase : phases)
      for (int cell = 0; cell < phase.from.length; cell++)
        for (int n = 0; n < windows.in.maps(); n++)
          phase.weights.set(cell, n, weights.at(n * area + phase.from[cell][0], phase.from[cell][1]));
  }

  /// Overwrites the example at `to` of `dx` with the gradient that belongs to the example at `offset` of `dOut`.
  void example(float[] dOut, int offset, float[] dx, int to) {
    int area = windows.rows * windows.cols;
    for (int m = 0; m < maps; m++)
      Rows.copy(dOut, offset + m * area, windows.cols, flat, first + m * plane, windows.pitch, windows.rows, windows.cols);
    for (Phase phase : phases) {
      Correlation.places(phase.weights, flat, phase.cells, phase.zeros, phase.places, phase.pixels);
      take(phase, dx, to);
    }
  }

  private void take(Phase phase, float[] dx, int offset) {
    Shape in = windows.in;
    int s = windows.stride;
    float[] pixels = phase.pixels.data();
    for (int n = 0, from = 0; n < in.maps(); n++, from += phase.pixels.cols()) {
      int at = offset + (n * in.rows() + phase.top) * in.cols() + phase.left;
      if (s == 1) Rows.copy(pixels, from, windows.pitch, dx, at, in.cols(), phase.rows, phase.cols);
      else
        for (int r = 0; r < phase.rows; r++)
          for (int c = 0; c < phase.cols; c++) dx[at + r * s * in.cols() + c * s] = pixels[from + r * windows.pitch + c];
    }
  }
}
