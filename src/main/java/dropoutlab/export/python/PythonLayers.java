package dropoutlab.export.python;

import dropoutlab.frame.Matrix;
import dropoutlab.math.Shape;
import dropoutlab.nn.build.LayerOutline;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.LayerSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Translates the layers of a body into the modules of an `nn.Sequential`, and their weights into its state.
///
/// Between two layers of the engine there is one row an example. A module of PyTorch wants maps or steps, and so the rows are
/// unfolded before it and flattened after it, once for several modules that want the same.
final class PythonLayers {
  private final List<String> lines = new ArrayList<>();
  private final Set<String> classes;
  private final State state;
  private final String prefix;
  private Shape shape;
  private View view;
  private List<Matrix> kept;
  private final Modules modules;

  /// How the values of an example are laid out between two modules.
  private enum View { ROW, STEPS, MAPS }

  /// @param prefix of the names of weights: that of the module whose layers these are
  /// @param kept   the tables of all layers, in their order; those that are used are taken from its front
  PythonLayers(String prefix, Shape shape, List<Matrix> kept, Set<String> classes, State state) {
    this(prefix, shape, View.ROW, kept, classes, state);
  }

  private PythonLayers(String prefix, Shape shape, View view, List<Matrix> kept, Set<String> classes, State state) {
    this.prefix = prefix;
    this.shape = shape;
    this.view = view;
    this.kept = kept;
    this.classes = classes;
    this.state = state;
    modules = new Modules(classes);
  }

  List<String> lines() { return lines; }

  Shape shape() { return shape; }

  void add(String module) { lines.add(module); }

  /// The name of the module that is added next.
  String next() { return prefix + lines.size(); }

  void uses(String... needed) { classes.addAll(List.of(needed)); }

  Set<String> classes() { return new LinkedHashSet<>(classes); }

  void all(List<LayerSpec> layers) {
    for (LayerSpec layer : layers) {
      LayerOutline outline = LayerOutline.of(layer, shape);
      int end = outline.parameters() + outline.buffers();
      one(layer, kept.subList(0, end));
      kept = kept.subList(end, kept.size());
      shape = outline.out();
      if (view != View.ROW && shape.rows() * shape.maps() == 1) view = View.ROW;
    }
  }

  void toRow() { look(View.ROW); }

  private void look(View wanted) {
    if (view == wanted) return;
    if (view != View.ROW) add("nn.Flatten()");
    view = wanted;
    switch (wanted) {
      case ROW -> {}
      case STEPS -> add("nn.Unflatten(1, (" + shape.rows() + ", " + shape.cols() + "))");
      case MAPS -> add("nn.Unflatten(1, (" + shape.maps() + ", " + shape.rows() + ", " + shape.cols() + "))");
    }
  }

  private View own() { return shape.maps() > 1 ? View.MAPS : shape.rows() > 1 ? View.STEPS : View.ROW; }

  private void one(LayerSpec layer, List<Matrix> tables) {
    switch (layer) {
      case LayerSpec.Simple simple -> simple(simple, tables);
      case LayerSpec.Spatial spatial -> spatial(spatial, tables);
      case LayerSpec.Sequential sequential -> sequential(sequential, tables);
    }
  }

  private void simple(LayerSpec.Simple layer, List<Matrix> tables) {
    switch (layer) {
      case LayerSpec.Reshape _ -> look(View.ROW);
      case LayerSpec.Activate(Activation activation) -> add(Modules.activation(activation));
      case LayerSpec.Drop(double p, DropoutSpec method) -> drop(p, method, tables);
      case LayerSpec.DenseLayer(int units) -> {
        look(own());
        state.putLayer(next(), tables.get(0), tables.get(1));
        add("nn.Linear(" + shape.cols() + ", " + units + ")");
      }
      case LayerSpec.LayerNorm(double epsilon) -> {
        look(shape.maps() > 1 ? View.ROW : own());
        norm(tables);
        add("nn.LayerNorm(" + (shape.maps() > 1 ? shape.size() : shape.cols()) + ", eps=" + epsilon + ")");
      }
      case LayerSpec.BatchNorm(double epsilon, double momentum) -> batchNorm(epsilon, momentum, tables);
      case LayerSpec.Residual residual -> residual(residual, tables);
    }
  }

  private void norm(List<Matrix> tables) {
    state.put(next() + ".weight", tables.get(0));
    state.put(next() + ".bias", tables.get(1));
  }

  private void batchNorm(double epsilon, double momentum, List<Matrix> tables) {
    look(own());
    norm(tables);
    state.put(next() + ".running_mean", tables.get(2));
    state.put(next() + ".running_var", tables.get(3));
    String settings = "eps=" + epsilon + ", momentum=" + momentum + ")";
    switch (view) {
      case ROW -> add("nn.BatchNorm1d(" + shape.cols() + ", " + settings);
      case MAPS -> add("nn.BatchNorm2d(" + shape.maps() + ", " + settings);
      case STEPS -> {
        uses("StepBatchNorm");
        add("StepBatchNorm(" + shape.cols() + ", " + settings);
      }
    }
  }

  /// Tables of a residual block: all that its layers learn, then all that they gather.
  private void residual(LayerSpec.Residual layer, List<Matrix> tables) {
    look(own());
    uses("Residual");
    int learnt = LayerOutline.of(layer, shape).parameters(), p = 0, b = learnt;
    List<Matrix> inOrder = new ArrayList<>();
    Shape inside = shape;
    for (LayerSpec each : layer.layers()) {
      LayerOutline outline = LayerOutline.of(each, inside);
      inOrder.addAll(tables.subList(p, p += outline.parameters()));
      inOrder.addAll(tables.subList(b, b += outline.buffers()));
      inside = outline.out();
    }
    PythonLayers branch = new PythonLayers(next() + ".branch.", shape, view, inOrder, classes, state);
    branch.all(layer.layers());
    branch.look(view);
    add("Residual(nn.Sequential(" + String.join(", ", branch.lines) + "), p=" + layer.drop() + ", each="
        + Modules.truth(layer.mode() == LayerSpec.Residual.DepthMode.EXAMPLE) + ", inverted=" + Modules.truth(layer.inverted()) + ")");
  }

  private void drop(double p, DropoutSpec method, List<Matrix> tables) {
    if (p == 0) return;
    switch (method) {
      case DropoutSpec.Alpha(boolean maps) when maps && own() != View.ROW -> {
        look(own());
        features("nn.FeatureAlphaDropout(" + p + ")");
      }
      case DropoutSpec.Inverted _, DropoutSpec.Standard _, DropoutSpec.Gaussian _, DropoutSpec.LearntGaussian _, DropoutSpec.Uniform _,
          DropoutSpec.Alpha _, DropoutSpec.Concrete _, DropoutSpec.DropConnect _, DropoutSpec.Targeted _ -> {
        if (!tables.isEmpty()) learnt(method, tables.getFirst());
        add(modules.units(p, method, shape.size()));
      }
    }
  }

  /// A module that drops whole maps; of a sequence it is given the features as maps.
  private void features(String module) {
    if (view == View.MAPS) add(module);
    else {
      uses("Features");
      add("Features(" + module + ")");
    }
  }

  void learnt(DropoutSpec method, Matrix number) {
    state.put(next() + (method instanceof DropoutSpec.Concrete ? ".logit" : ".log_alpha"), number);
  }

  private void spatial(LayerSpec.Spatial layer, List<Matrix> tables) {
    switch (layer) {
      case LayerSpec.Conv2d(int maps, int kernel, int stride, int padding) -> {
        look(View.MAPS);
        state.putLayer(next(), tables.get(0), tables.get(1));
        add("nn.Conv2d(" + shape.maps() + ", " + maps + ", " + kernel + ", stride=" + stride + ", padding=" + padding + ")");
      }
      case LayerSpec.Pool(var kind, int size, int stride) -> {
        look(View.MAPS);
        add((switch (kind) {
          case MAX -> "nn.MaxPool2d(";
          case AVERAGE -> "nn.AvgPool2d(";
        }) + size + ", stride=" + stride + ")");
      }
      case LayerSpec.SpatialDropout(double p) -> {
        look(own());
        if (view == View.ROW) add("nn.Dropout(" + p + ")");
        else features(view == View.MAPS ? "nn.Dropout2d(" + p + ")" : "nn.Dropout1d(" + p + ")");
      }
      case LayerSpec.DropBlock(double p, int block) -> {
        look(View.MAPS);
        add(modules.own("DropBlock", p, block));
      }
    }
  }

  private void sequential(LayerSpec.Sequential layer, List<Matrix> tables) {
    switch (layer) {
      case LayerSpec.Embedding(int vocabulary, int width, double drop) -> {
        look(View.ROW);
        state.put(next() + ".weight", tables.getFirst());
        add(modules.own("Words", vocabulary, width, drop));
        view = View.STEPS;
      }
      case LayerSpec.Recurrent recurrent -> recurrent(recurrent, tables);
      case LayerSpec.TimePool _ -> {
        look(View.STEPS);
        add(modules.own("StepMean"));
        view = View.ROW;
      }
      case LayerSpec.Position _ -> {
        look(View.STEPS);
        add(modules.own("Position", shape.rows(), shape.cols()));
      }
      case LayerSpec.Attention(int heads, double drop) -> {
        look(View.STEPS);
        attention(next(), tables);
        add(modules.own("SelfAttention", shape.cols(), heads, drop));
      }
      case LayerSpec.Encoder encoder -> encoder(encoder, tables);
    }
  }

  private void attention(String name, List<Matrix> tables) {
    state.putTransposed(name + ".in_proj_weight", tables.get(0));
    state.put(name + ".in_proj_bias", tables.get(1));
    state.putLayer(name + ".out_proj", tables.get(2), tables.get(3));
  }

  private void encoder(LayerSpec.Encoder layer, List<Matrix> tables) {
    look(View.STEPS);
    uses("SelfAttention", "Encoder");
    attention(next() + ".attention", tables);
    state.put(next() + ".first_norm.weight", tables.get(4));
    state.put(next() + ".first_norm.bias", tables.get(5));
    state.putLayer(next() + ".feed.0", tables.get(6), tables.get(7));
    state.putLayer(next() + ".feed.3", tables.get(8), tables.get(9));
    state.put(next() + ".second_norm.weight", tables.get(10));
    state.put(next() + ".second_norm.bias", tables.get(11));
    add("Encoder(" + shape.cols() + ", " + layer.heads() + ", " + layer.feedForward() + ", attention=" + layer.attentionDrop()
        + ", feed=" + layer.feedForwardDrop() + ", residual=" + layer.residualDrop() + ", layer=" + layer.layerDrop()
        + ", pre_norm=" + Modules.truth(layer.norm() == LayerSpec.Encoder.Norm.PRE) + ")");
  }

  private void recurrent(LayerSpec.Recurrent layer, List<Matrix> tables) {
    look(View.STEPS);
    uses("Recurrent");
    state.putTransposed(next() + ".weight_ih", tables.get(0));
    state.putTransposed(next() + ".weight_hh", tables.get(1));
    state.put(next() + ".bias_ih", tables.get(2));
    state.put(next() + ".bias_hh", tables.get(3));
    LayerSpec.RecurrentDrop drop = layer.drop();
    add("Recurrent(\"" + layer.cell().name().toLowerCase(Locale.ROOT) + "\", " + shape.cols() + ", " + layer.units() + ", last="
        + Modules.truth(layer.last()) + ", method=\"" + drop.method().name().toLowerCase(Locale.ROOT) + "\", p_inputs=" + drop.inputs()
        + ", p_state=" + drop.state() + ", p_outputs=" + drop.outputs() + ", tied=" + Modules.truth(drop.tiedGates()) + ")");
    if (layer.last()) view = View.ROW;
  }
}
