package dropoutlab.export.onnx;

/// An attribute of a node: a constant that belongs to its operator.
///
/// Numbers of fields and types are those of `AttributeProto` in https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
record Attribute(String name, Object value) {
  private static final int FLOAT = 1, INT = 2, STRING = 3, INTS = 7;

  static Attribute of(String name, double value) { return new Attribute(name, value); }

  static Attribute of(String name, long value) { return new Attribute(name, value); }

  static Attribute of(String name, String value) { return new Attribute(name, value); }

  static Attribute all(String name, long... values) { return new Attribute(name, values); }

  Proto proto() {
    Proto proto = new Proto().text(1, name);
    return switch (value) {
      case Double number -> proto.number(2, number.floatValue()).number(20, FLOAT);
      case Long number -> proto.number(3, number).number(20, INT);
      case String text -> proto.text(4, text).number(20, STRING);
      case long[] numbers -> {
        for (long each : numbers) proto.number(8, each);
        yield proto.number(20, INTS);
      }
      default -> throw new IllegalStateException("An attribute cannot be " + value);
    };
  }
}
