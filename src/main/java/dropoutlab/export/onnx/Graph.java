package dropoutlab.export.onnx;

import dropoutlab.frame.Matrix;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A graph of operators while it is built: each call adds a node or a constant and returns the name of its result, which
/// later calls take as their input.
///
/// Numbers of fields are those of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
final class Graph {
  /// Types of elements.
  static final int FLOAT = 1, INT64 = 7, DOUBLE = 11;

  private final List<Proto> nodes = new ArrayList<>();
  private final List<Proto> constants = new ArrayList<>();
  private final List<Proto> inputs = new ArrayList<>();
  private final List<Proto> outputs = new ArrayList<>();

  /// Adds a node and returns the name of its first output.
  String add(String operator, List<String> from, Attribute... attributes) { return add(operator, from, 1, attributes).getFirst(); }

  /// Adds a node and returns the names of its outputs.
  List<String> add(String operator, List<String> from, int results, Attribute... attributes) {
    List<String> names = new ArrayList<>();
    Proto node = new Proto();
    for (String name : from) node.text(1, name);
    for (int i = 0; i < results; i++) {
      String name = operator.toLowerCase(Locale.ROOT) + "_" + nodes.size() + (i == 0 ? "" : "_" + i);
      names.add(name);
      node.text(2, name);
    }
    node.text(3, operator + "_" + nodes.size()).text(4, operator);
    for (Attribute each : attributes) node.message(5, each.proto());
    nodes.add(node);
    return names;
  }

  /// Adds a node whose result has a name that a person sees.
  String addNamed(String name, String operator, List<String> from, Attribute... attributes) {
    return add("Identity", name, add(operator, from, attributes));
  }

  private String add(String operator, String name, String from) {
    nodes.add(new Proto().text(1, from).text(2, name).text(3, operator + "_" + nodes.size()).text(4, operator));
    return name;
  }

  String floats(float[] values, long... shape) {
    ByteBuffer raw = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float each : values) raw.putFloat(each);
    return constant(FLOAT, raw, shape);
  }

  String doubles(List<Double> values) {
    ByteBuffer raw = ByteBuffer.allocate(Double.BYTES * values.size()).order(ByteOrder.LITTLE_ENDIAN);
    for (double each : values) raw.putDouble(each);
    return constant(DOUBLE, raw, values.size());
  }

  String longs(long... values) {
    ByteBuffer raw = ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long each : values) raw.putLong(each);
    return constant(INT64, raw, values.length);
  }

  String number(double value) { return floats(new float[] {(float) value}); }

  /// Adds a table in the shape that it has.
  String table(Matrix table) { return floats(Tables.floats(table), table.rows(), table.cols()); }

  /// Adds a table as one row of numbers.
  String row(Matrix table) { return floats(Tables.floats(table), table.size()); }

  private String constant(int type, ByteBuffer raw, long... shape) {
    String name = "constant_" + constants.size();
    Proto tensor = new Proto();
    for (long each : shape) tensor.number(1, each);
    constants.add(tensor.number(2, type).text(8, name).bytes(9, raw.array()));
    return name;
  }

  /// Declares an input of one row an example.
  void input(String name, int type, long columns) { inputs.add(value(name, type, columns)); }

  void output(String name, int type, long columns) { outputs.add(value(name, type, columns)); }

  private static Proto value(String name, int type, long columns) {
    Proto shape = new Proto().message(1, new Proto().text(2, "examples")).message(1, new Proto().number(1, columns));
    Proto tensor = new Proto().number(1, type).message(2, shape);
    return new Proto().text(1, name).message(2, new Proto().message(1, tensor));
  }

  Proto proto(String name) {
    Proto graph = new Proto();
    nodes.forEach(node -> graph.message(1, node));
    graph.text(2, name);
    constants.forEach(each -> graph.message(5, each));
    inputs.forEach(each -> graph.message(11, each));
    outputs.forEach(each -> graph.message(12, each));
    return graph;
  }

  // What is written often.

  String reshape(String from, long... shape) { return add("Reshape", List.of(from, longs(shape))); }

  /// Returns `x W + b` over the last dimension.
  String dense(String x, Matrix weights, Matrix biases) {
    return add("Add", List.of(add("MatMul", List.of(x, table(weights))), row(biases)));
  }

  String times(String x, double factor) { return factor == 1 ? x : add("Mul", List.of(x, number(factor))); }

  String plus(String a, String b) { return add("Add", List.of(a, b)); }
}
