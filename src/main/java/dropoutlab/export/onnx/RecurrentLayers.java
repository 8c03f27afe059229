package dropoutlab.export.onnx;

import dropoutlab.export.onnx.BodyLayers.Passed;
import dropoutlab.frame.Matrix;
import dropoutlab.spec.LayerSpec.Recurrent;
import dropoutlab.spec.LayerSpec.RecurrentDrop.RecurrentMethod;
import java.util.ArrayList;
import java.util.List;

/// Translates recurrent layers: into ONNX's own operator for each cell, or, where zoneout mixes the state of each step with
/// the one before, step by step.
final class RecurrentLayers {
  private final Graph graph;

  RecurrentLayers(Graph graph) { this.graph = graph; }

  String translate(Recurrent layer, Passed in, Tables kept) {
    boolean mixes = layer.drop().method() == RecurrentMethod.ZONEOUT && layer.drop().state() > 0;
    return mixes ? stepByStep(layer, in, kept) : atOnce(layer, in, kept);
  }

  private String atOnce(Recurrent layer, Passed in, Tables kept) {
    int steps = in.shape().rows(), units = layer.units();
    String x = graph.add("Transpose", List.of(graph.reshape(in.value(), -1, steps, in.shape().cols())),
        Attribute.all("perm", 1, 0, 2));
    int[] order = switch (layer.cell()) {
      case RNN -> new int[] {0};
      case LSTM -> new int[] {0, 3, 1, 2};
      case GRU -> new int[] {1, 0, 2};
    };
    List<String> from = List.of(x, weights(kept.parameter(0), order, units), weights(kept.parameter(1), order, units),
        biases(kept.parameter(2), kept.parameter(3), order, units));
    List<Attribute> attributes = new ArrayList<>(List.of(Attribute.of("hidden_size", (long) units)));
    // ONNX calls PyTorch's form of the GRU, with the reset gate after the product, by this name.
    if (layer.cell() == Recurrent.Cell.GRU) attributes.add(Attribute.of("linear_before_reset", 1L));
    List<String> out = graph.add(layer.cell().name(), from, 2, attributes.toArray(Attribute[]::new));
    if (layer.last()) return graph.reshape(out.get(1), -1, units);
    String states = graph.add("Transpose", List.of(graph.add("Squeeze", List.of(out.get(0), graph.longs(1)))),
        Attribute.all("perm", 1, 0, 2));
    return graph.reshape(states, -1, (long) steps * units);
  }

  /// Returns a table (inputs x gates units) as ONNX wants it: 1 x gates units x inputs, its gates in another order.
  private String weights(Matrix table, int[] order, int units) {
    float[] values = new float[table.size()];
    for (int g = 0; g < order.length; g++)
      for (int u = 0; u < units; u++)
        for (int r = 0; r < table.rows(); r++)
          values[(g * units + u) * table.rows() + r] = (float) table.at(r, order[g] * units + u);
    return graph.floats(values, 1, (long) order.length * units, table.rows());
  }

  private String biases(Matrix inputs, Matrix state, int[] order, int units) {
    int gates = order.length * units;
    float[] values = new float[2 * gates];
    for (int i = 0; i < gates; i++) {
      int from = order[i / units] * units + i % units;
      values[i] = (float) inputs.at(0, from);
      values[gates + i] = (float) state.at(0, from);
    }
    return graph.floats(values, 1, 2L * gates);
  }

  private String stepByStep(Recurrent layer, Passed in, Tables kept) {
    int steps = in.shape().rows(), units = layer.units();
    String x = graph.reshape(in.value(), -1, steps, in.shape().cols());
    Cell cell = new Cell(layer.cell(), units, kept, 1 - layer.drop().state());
    String nothing = graph.times(graph.dense(step(x, 0), kept.parameter(0), kept.parameter(2)), 0);
    State state = new State(gate(nothing, 0, units), gate(nothing, 0, units));
    List<String> states = new ArrayList<>();
    for (int t = 0; t < steps; t++) {
      state = next(cell, step(x, t), state);
      states.add(state.h);
    }
    return layer.last() ? state.h : graph.add("Concat", states, Attribute.of("axis", 1L));
  }

  /// @param taken the share of the new state; zoneout keeps the rest of the last one
  private record Cell(Recurrent.Cell kind, int units, Tables kept, double taken) {}

  private record State(String h, String c) {}

  private String step(String x, long t) {
    return graph.add("Squeeze", List.of(graph.add("Gather", List.of(x, graph.longs(t)), Attribute.of("axis", 1L)), graph.longs(1)));
  }

  private State next(Cell cell, String x, State last) {
    int u = cell.units;
    String a = graph.dense(x, cell.kept.parameter(0), cell.kept.parameter(2));
    String s = graph.dense(last.h, cell.kept.parameter(1), cell.kept.parameter(3));
    String sum = graph.plus(a, s);
    return switch (cell.kind) {
      case RNN -> new State(mixed(cell, last.h, graph.add("Tanh", List.of(sum))), last.c);
      case GRU -> {
        String r = graph.add("Sigmoid", List.of(gate(sum, 0, u))), z = graph.add("Sigmoid", List.of(gate(sum, 1, u)));
        String n = graph.add("Tanh", List.of(graph.plus(gate(a, 2, u), graph.add("Mul", List.of(r, gate(s, 2, u))))));
        String rest = graph.add("Mul", List.of(z, graph.add("Sub", List.of(last.h, n))));
        yield new State(mixed(cell, last.h, graph.plus(n, rest)), last.c);
      }
      case LSTM -> {
        String i = graph.add("Sigmoid", List.of(gate(sum, 0, u))), f = graph.add("Sigmoid", List.of(gate(sum, 1, u)));
        String g = graph.add("Tanh", List.of(gate(sum, 2, u))), o = graph.add("Sigmoid", List.of(gate(sum, 3, u)));
        String c = graph.plus(graph.add("Mul", List.of(f, last.c)), graph.add("Mul", List.of(i, g)));
        String h = graph.add("Mul", List.of(o, graph.add("Tanh", List.of(c))));
        yield new State(mixed(cell, last.h, h), mixed(cell, last.c, c));
      }
    };
  }

  private String mixed(Cell cell, String last, String next) {
    return graph.plus(graph.times(last, 1 - cell.taken), graph.times(next, cell.taken));
  }

  private String gate(String all, long which, long units) {
    return graph.add("Slice", List.of(all, graph.longs(which * units), graph.longs((which + 1) * units), graph.longs(1)));
  }
}
