package dropoutlab.predict.variant;

import dropoutlab.frame.LayerView.Kind;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.LayerSpec;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;

/// What layers are called in a line of them: "dense 64", "ReLU", "dropout .50".
public final class LayerNames {
  private LayerNames() {}

  public static String of(LayerSpec layer) {
    return switch (layer) {
      case LayerSpec.Drop(_, DropoutSpec.Uniform(double beta)) ->
          Words.of("besideview.layer.uniform", Shown.briefRate(beta));
      case LayerSpec.Drop(double p, _) -> dropped(p);
      case LayerSpec.SpatialDropout(double p) -> dropped(p);
      case LayerSpec.DropBlock d -> dropped(d.p());
      case LayerSpec.DenseLayer(int units) -> Words.of("besideview.layer.dense", units);
      case LayerSpec.Activate(var activation) -> Words.name("shell.activation", activation);
      case LayerSpec.BatchNorm _ -> Words.name("figure.layer", Kind.BATCH_NORM);
      case LayerSpec.LayerNorm _ -> Words.name("figure.layer", Kind.LAYER_NORM);
      case LayerSpec.Conv2d c -> Words.of("besideview.layer.convolution", c.maps());
      case LayerSpec.Pool _ -> Words.of("besideview.layer.pool");
      case LayerSpec.Residual _ -> Words.of("besideview.layer.block");
      case LayerSpec.Reshape _, LayerSpec.Embedding _, LayerSpec.Recurrent _, LayerSpec.TimePool _,
          LayerSpec.Position _,
          LayerSpec.Attention _, LayerSpec.Encoder _ -> Words.of("besideview.layer.other");
    };
  }

  private static String dropped(double p) { return Words.of("besideview.layer.drop", Shown.briefRate(p)); }
}
