package dropoutlab.export.python;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.math.Shape;
import dropoutlab.nn.dropout.DropConnect;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.NetworkSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A network as the modules of an `nn.Sequential`, with its weights by PyTorch's names.
///
/// @param layers  the modules, one an entry
/// @param classes the names of the Python classes and functions that they need
/// @param fed     lines that tell a module that learns its drop rate which weights its units feed
/// @param state   the weights
record PythonNetwork(List<String> layers, Set<String> classes, List<String> fed, Map<String, Matrix> state) {
  static PythonNetwork of(NetworkSpec spec, Shape inputs, int outputs, Weights weights) {
    return new Translation(spec, inputs, outputs, weights).network();
  }

  /// The state of one translation.
  private static final class Translation {
    private final NetworkSpec spec;
    private final Weights weights;
    private final int outputs;
    private final State state = new State();
    private final Set<String> classes = new LinkedHashSet<>();
    private final PythonLayers layers;
    private final List<Matrix> learnt;
    private final List<String> fed = new ArrayList<>();

    Translation(NetworkSpec spec, Shape inputs, int outputs, Weights weights) {
      this.spec = spec;
      this.weights = weights;
      this.outputs = outputs;
      long learning = spec.hidden().stream().filter(layer -> layer.method().learnsRate()).count();
      int bodyEnd = (int) (weights.body().size() - learning);
      learnt = new ArrayList<>(weights.body().subList(bodyEnd, weights.body().size()));
      layers = new PythonLayers("", inputs, weights.body().subList(0, bodyEnd), classes, state);
    }

    PythonNetwork network() {
      if (spec.inputDrop() > 0) layers.add("nn.Dropout(" + spec.inputDrop() + ")");
      layers.all(spec.body());
      layers.toRow();
      int in = layers.shape().size();
      String learning = "";
      for (int i = 0; i < spec.hidden().size(); i++) {
        learning = hidden(spec.hidden().get(i), i, in, learning);
        in = spec.hidden().get(i).units();
      }
      linear(spec.hidden().size(), in, outputs, learning);
      return new PythonNetwork(layers.lines(), layers.classes(), fed, state.tables());
    }

    /// Returns the name of the module that learns its rate from the weights that come next; "" for none.
    private String hidden(NetworkSpec.HiddenLayer layer, int at, int in, String learning) {
      boolean whole = switch (layer.method()) {
        case DropoutSpec.DropConnect connect -> {
          connected(layer, connect, at, in, learning);
          yield true;
        }
        case DropoutSpec.Targeted targeted -> {
          targeted(layer, targeted, at, in, learning);
          yield true;
        }
        case DropoutSpec.Inverted _, DropoutSpec.Standard _, DropoutSpec.Gaussian _, DropoutSpec.LearntGaussian _, DropoutSpec.Uniform _,
            DropoutSpec.Alpha _, DropoutSpec.Concrete _ -> false;
      };
      if (whole) return "";
      linear(at, in, layer.units(), learning);
      if (layer.activation() != Activation.IDENTITY) layers.add(Modules.activation(layer.activation()));
      if (layer.method().learnsRate()) {
        Matrix number = learnt.removeFirst();
        // With p = 0 such a layer is switched off, and learns nothing.
        if (layer.drop() == 0) return "";
        layers.learnt(layer.method(), number);
      } else if (layer.drop() == 0) return "";
      String name = layers.next();
      layers.add(new Modules(classes).units(layer.drop(), layer.method(), layer.units()));
      return layer.method() instanceof DropoutSpec.Concrete ? name : "";
    }

    private void linear(int at, int in, int units, String learning) {
      weights(at, learning);
      layers.add("nn.Linear(" + in + ", " + units + ")");
    }

    private void weights(int at, String learning) {
      state.putLayer(layers.next(), weights.weights().get(at), weights.biases().get(at));
      if (!learning.isEmpty()) fed.add("network[" + learning + "].fed = [network[" + layers.next() + "].weight]");
    }

    private void connected(NetworkSpec.HiddenLayer layer, DropoutSpec.DropConnect method, int at, int in, String learning) {
      boolean draws = method.inference() == DropoutSpec.DropConnect.Inference.MOMENT_MATCHING;
      layers.uses("DropConnect");
      weights(at, learning);
      if (draws) state.put(layers.next() + ".draws", Matrix.copyOf(DropConnect.standardDraws(method.samples()), 1, method.samples()));
      layers.add("DropConnect(" + in + ", " + layer.units() + ", " + layer.drop() + ", "
          + Modules.activation(layer.activation()) + ", draws=" + (draws ? method.samples() : 0) + ")");
    }

    private void targeted(NetworkSpec.HiddenLayer layer, DropoutSpec.Targeted method, int at, int in, String learning) {
      String name = switch (method.target()) {
        case UNITS -> "TargetedUnits";
        case WEIGHTS -> "TargetedWeights";
      };
      layers.uses("least_bound", name);
      weights(at, learning);
      layers.add(name + "(" + in + ", " + layer.units() + ", " + layer.drop() + ", " + method.share() + ", "
          + Modules.activation(layer.activation()) + ")");
    }
  }
}
