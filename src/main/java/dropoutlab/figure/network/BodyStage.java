package dropoutlab.figure.network;

import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Layers of a body that are drawn as one picture: one that makes new values and what then acts on these values one by
/// one, its activation, normalisation and dropout among them. The picture is that of the last of them.
record BodyStage(List<LayerView> layers) {
  BodyStage { layers = List.copyOf(layers); }

  static List<BodyStage> of(List<LayerView> body) {
    List<BodyStage> stages = new ArrayList<>();
    List<LayerView> open = new ArrayList<>();
    for (LayerView view : body) {
      if (!open.isEmpty() && beginsAnew(view)) {
        stages.add(new BodyStage(open));
        open = new ArrayList<>();
      }
      open.add(view);
    }
    if (!open.isEmpty()) stages.add(new BodyStage(open));
    return stages;
  }

  /// What only reads the columns in another way belongs to what comes after it.
  private static boolean beginsAnew(LayerView view) {
    return switch (view.kind()) {
      case CONVOLUTION, POOLING, DENSE, RESIDUAL, LAYER_DROP, EMBEDDING, RECURRENT, TIME_POOL, ATTENTION, ENCODER,
          RESHAPE -> true;
      case ACTIVATION, DROPOUT, SPATIAL_DROPOUT, DROP_BLOCK, BATCH_NORM, LAYER_NORM, POSITION -> false;
    };
  }

  /// Whether there is nothing to see but the inputs in another reading.
  boolean onlyReads() { return layers.size() == 1 && layers.getFirst().kind() == Kind.RESHAPE; }

  LayerView shown() { return layers.getLast(); }

  /// What was dropped last in this stage.
  Optional<Dropped> dropped() {
    return layers.reversed().stream().flatMap(view -> dropped(view).stream()).findFirst();
  }

  static Optional<Dropped> dropped(LayerView view) {
    return switch (view) {
      case LayerView.Units units -> units.dropped();
      case LayerView.Maps maps -> maps.dropped();
      case LayerView.Sequence sequence -> sequence.dropped();
      case LayerView.Attention attention -> Optional.of(attention.dropped());
      case LayerView.Block _, LayerView.Embedding _, LayerView.Recurrent _ -> Optional.empty();
    };
  }

  /// The names of the layers, one below the other.
  List<String> names() {
    return layers.stream().filter(view -> view.kind() != Kind.RESHAPE || onlyReads())
        .map(view -> name(view.kind())).toList();
  }

  static String name(Kind kind) { return Words.name("figure.layer", kind); }
}
