package dropoutlab.export.store;

import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The names of a network's tables, in the words of PyTorch's `state_dict`: `hidden.0.weight`, `body.2.running_mean`,
/// `body.0.self_attn.in_proj_weight`. A number that a dropout method has learnt is named `dropout.theta`.
public final class TableNames {
  private TableNames() {}

  /// The name of a table.
  ///
  /// @param matrix whether it has two dimensions, as weights, and not one, as biases
  public record Named(String name, boolean matrix) {
    Named in(String layer) { return new Named(layer + "." + name, matrix); }
  }

  /// Returns the layers of the dense part, each with a weight and a bias: `hidden.0` first and `output` last.
  public static List<String> dense(NetworkSpec network) {
    return Stream.concat(IntStream.range(0, network.hidden().size()).mapToObj(i -> "hidden." + i), Stream.of("output"))
        .toList();
  }

  /// Returns the names of [dropoutlab.frame.Weights#body], in its order.
  public static List<Named> body(NetworkSpec network) {
    List<Named> names = new ArrayList<>();
    for (int i = 0; i < network.body().size(); i++) {
      LayerSpec layer = network.body().get(i);
      for (Named each : all(learnt(layer), gathered(layer))) names.add(each.in("body." + i));
    }
    for (int i = 0; i < network.hidden().size(); i++)
      if (network.hidden().get(i).method().learnsRate()) names.add(theta().in("hidden." + i));
    return names;
  }

  private static List<Named> learnt(LayerSpec layer) {
    return switch (layer) {
      case LayerSpec.DenseLayer _, LayerSpec.Conv2d _ -> List.of(matrix("weight"), row("bias"));
      case LayerSpec.LayerNorm _, LayerSpec.BatchNorm _ -> List.of(row("weight"), row("bias"));
      case LayerSpec.Drop drop -> drop.method().learnsRate() ? List.of(theta()) : List.of();
      case LayerSpec.Residual residual -> inside(residual, TableNames::learnt);
      case LayerSpec.Embedding _ -> List.of(matrix("weight"));
      case LayerSpec.Recurrent _ ->
          List.of(matrix("weight_ih_l0"), matrix("weight_hh_l0"), row("bias_ih_l0"), row("bias_hh_l0"));
      case LayerSpec.Attention _ -> attention();
      case LayerSpec.Encoder _ -> all(in("self_attn", attention()), in("norm1", List.of(row("weight"), row("bias"))),
          in("linear1", List.of(matrix("weight"), row("bias"))), in("linear2", List.of(matrix("weight"), row("bias"))),
          in("norm2", List.of(row("weight"), row("bias"))));
      case LayerSpec.Reshape _, LayerSpec.Activate _, LayerSpec.Pool _, LayerSpec.SpatialDropout _,
          LayerSpec.DropBlock _, LayerSpec.TimePool _, LayerSpec.Position _ -> List.of();
    };
  }

  /// Returns the running statistics, which are kept behind all that a layer has learnt.
  private static List<Named> gathered(LayerSpec layer) {
    return switch (layer) {
      case LayerSpec.BatchNorm _ -> List.of(row("running_mean"), row("running_var"));
      case LayerSpec.Residual residual -> inside(residual, TableNames::gathered);
      case LayerSpec.DenseLayer _, LayerSpec.Conv2d _, LayerSpec.LayerNorm _, LayerSpec.Drop _, LayerSpec.Embedding _,
          LayerSpec.Recurrent _, LayerSpec.Attention _, LayerSpec.Encoder _, LayerSpec.Reshape _, LayerSpec.Activate _,
          LayerSpec.Pool _, LayerSpec.SpatialDropout _, LayerSpec.DropBlock _, LayerSpec.TimePool _,
          LayerSpec.Position _ -> List.of();
    };
  }

  private static List<Named> inside(LayerSpec.Residual residual, Function<LayerSpec, List<Named>> of) {
    return IntStream.range(0, residual.layers().size()).boxed()
        .flatMap(i -> in("layers." + i, of.apply(residual.layers().get(i))).stream()).toList();
  }

  private static List<Named> attention() {
    return List.of(matrix("in_proj_weight"), row("in_proj_bias"), matrix("out_proj.weight"), row("out_proj.bias"));
  }

  private static Named theta() { return row("dropout.theta"); }

  private static Named matrix(String name) { return new Named(name, true); }

  private static Named row(String name) { return new Named(name, false); }

  private static List<Named> in(String layer, List<Named> names) {
    return names.stream().map(each -> each.in(layer)).toList();
  }

  @SafeVarargs private static List<Named> all(List<Named>... parts) {
    return Stream.of(parts).flatMap(List::stream).toList();
  }
}
