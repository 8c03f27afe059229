package dropoutlab.export.onnx;

import dropoutlab.data.Scaling;
import dropoutlab.data.Schema;
import dropoutlab.export.Model;
import dropoutlab.export.onnx.BodyLayers.Passed;
import dropoutlab.frame.Weights;
import dropoutlab.nn.Loss;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;
import java.util.List;

/// A trained network, with masks off, as an ONNX model that other programs run: from the inputs in the user's units to
/// probabilities of the classes, or to the target in its unit.
///
/// The input is `inputs`, (examples x inputs) in double precision, because a float may not tell the values of a column
/// that lies far from zero. The output of classes is `probabilities`, (examples x classes); that of numbers is
/// `prediction`, (examples x 1) in double precision, or (examples x inputs) where the inputs are reconstructed, and `variance` where the network has learnt one. Names of inputs and
/// classes stand in the file's properties. Version 17 of the operators, 9 of the format.
public final class OnnxFile {
  private static final int IR_VERSION = 9, OPSET = 17;

  private OnnxFile() {}

  /// Returns the file; the same model gives the same bytes.
  public static byte[] bytes(Model model) {
    Graph graph = new Graph();
    Schema schema = model.schema();
    graph.input("inputs", Graph.DOUBLE, schema.inputs().size());
    String x = scaled(graph, "inputs", schema.inputScaling());
    answer(graph, model, network(graph, model, x));
    Proto file = new Proto().number(1, IR_VERSION).text(2, Words.of("shell.product")).number(5, 1)
        .message(7, graph.proto("network")).message(8, new Proto().text(1, "").number(2, OPSET));
    property(file, "title", model.title());
    property(file, "inputs", String.join("\n", schema.inputs()));
    property(file, "target", schema.target());
    if (!schema.classes().isEmpty()) property(file, "classes", String.join("\n", schema.classes()));
    return file.bytes();
  }

  private static void property(Proto file, String key, String value) {
    file.message(14, new Proto().text(1, key).text(2, value));
  }

  private static String scaled(Graph graph, String x, Scaling by) {
    String centred = graph.add("Sub", List.of(x, graph.doubles(by.mean())));
    String scaled = graph.add("Div", List.of(centred, graph.doubles(by.sd())));
    return graph.add("Cast", List.of(scaled), Attribute.of("to", (long) Graph.FLOAT));
  }

  private static String network(Graph graph, Model model, String x) {
    NetworkSpec spec = model.network();
    Weights weights = model.weights();
    BodyLayers body = new BodyLayers(graph);
    HiddenLayers hidden = new HiddenLayers(graph, body);
    Passed passed = body.all(spec.body(), x, model.schema().shape(), weights.body());
    String value = passed.value();
    int layers = spec.hidden().size();
    for (int i = 0; i < layers; i++)
      value = hidden.one(spec.hidden().get(i), value, weights.weights().get(i), weights.biases().get(i));
    return graph.dense(value, weights.weights().get(layers), weights.biases().get(layers));
  }

  private static void answer(Graph graph, Model model, String raw) {
    Schema schema = model.schema();
    if (schema.task() == Task.CLASSIFICATION) {
      int classes = schema.classes().size();
      if (schema.outputs() == 1) {
        String one = graph.add("Sigmoid", List.of(raw));
        String other = graph.add("Sub", List.of(graph.number(1), one));
        graph.addNamed("probabilities", "Concat", List.of(other, one), Attribute.of("axis", 1L));
      } else graph.addNamed("probabilities", "Softmax", List.of(raw), Attribute.of("axis", 1L));
      graph.output("probabilities", Graph.FLOAT, classes);
      return;
    }
    Scaling targets = schema.targetScaling();
    boolean all = schema.task() == Task.RECONSTRUCTION;
    String value = inUnits(graph, all ? raw : column(graph, raw, 0), targets.sd());
    graph.addNamed("prediction", "Add", List.of(value, graph.doubles(targets.mean())));
    graph.output("prediction", Graph.DOUBLE, targets.columns());
    double sd = targets.sd().getFirst();
    if (!model.learnsNoise()) return;
    String variance = graph.add("Max", List.of(graph.add("Exp", List.of(column(graph, raw, 1))), graph.number(Loss.variance(Float.NEGATIVE_INFINITY))));
    graph.addNamed("variance", "Mul", List.of(graph.add("Cast", List.of(variance), Attribute.of("to", (long) Graph.DOUBLE)), graph.doubles(List.of(sd * sd))));
    graph.output("variance", Graph.DOUBLE, 1);
  }

  private static String column(Graph graph, String raw, long at) {
    return graph.add("Gather", List.of(raw, graph.longs(at)), Attribute.of("axis", 1L));
  }

  private static String inUnits(Graph graph, String value, List<Double> sd) {
    return graph.add("Mul", List.of(graph.add("Cast", List.of(value), Attribute.of("to", (long) Graph.DOUBLE)), graph.doubles(sd)));
  }
}
