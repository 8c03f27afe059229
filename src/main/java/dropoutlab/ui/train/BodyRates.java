package dropoutlab.ui.train;

import dropoutlab.spec.LayerSpec;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the drop rates of a network's body are called, in the order of [dropoutlab.spec.NetworkSpec#dropRates].
final class BodyRates {
  private BodyRates() {}

  /// Where a name comes more than once, each has a number.
  static List<String> names(List<LayerSpec> body) {
    List<String> names = body.stream().flatMap(layer -> sites(layer).stream()).toList();
    Map<String, Integer> counted = new HashMap<>();
    List<String> numbered = new ArrayList<>();
    for (String name : names) {
      int number = counted.merge(name, 1, Integer::sum);
      boolean several = names.indexOf(name) != names.lastIndexOf(name);
      numbered.add(several ? Words.of("trainview.rate.numbered", name, number) : name);
    }
    return numbered;
  }

  /// A name for each rate that [LayerSpec#withDrops] asks for.
  private static List<String> sites(LayerSpec layer) {
    return switch (layer) {
      case LayerSpec.Drop d -> d.method().learnsRate() ? List.of() : names("trainview.rate.dropout");
      case LayerSpec.Residual r -> {
        List<String> inside = new ArrayList<>(names("trainview.rate.residual"));
        r.layers().forEach(each -> inside.addAll(sites(each)));
        yield inside;
      }
      case LayerSpec.SpatialDropout _ -> names("trainview.rate.spatial");
      case LayerSpec.DropBlock _ -> names("trainview.rate.drop_block");
      case LayerSpec.Embedding _ -> names("trainview.rate.words");
      case LayerSpec.Recurrent r -> {
        String cell = Words.name("trainview.cell", r.cell());
        yield List.of(Words.of("trainview.rate.recurrent_inputs", cell), Words.of("trainview.rate.recurrent_state",
            cell),
            Words.of("trainview.rate.recurrent_outputs", cell));
      }
      case LayerSpec.Attention _ -> names("trainview.rate.attention");
      case LayerSpec.Encoder _ -> names("trainview.rate.encoder_attention", "trainview.rate.encoder_feed_forward",
          "trainview.rate.encoder_residual", "trainview.rate.encoder_block");
      case LayerSpec.Reshape _, LayerSpec.Activate _, LayerSpec.DenseLayer _, LayerSpec.LayerNorm _,
          LayerSpec.BatchNorm _, LayerSpec.Conv2d _, LayerSpec.Pool _, LayerSpec.TimePool _, LayerSpec.Position _ ->
          List.of();
    };
  }

  private static List<String> names(String... keys) {
    return Arrays.stream(keys).map(key -> Words.of(key)).toList();
  }
}
