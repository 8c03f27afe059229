package dropoutlab.card.place;

import dropoutlab.card.Group;
import dropoutlab.card.MethodCard;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.words.Words;
import java.util.List;

/// The views of the Variants workspace: what a method is shown on. Methods that stand beside dropout are shown by what
/// they do, all others by the architecture that they drop in.
public enum Habitat {
  UNITS, WEIGHTS, MAPS, TIME, LAYERS, SITES, NORM, BESIDE;

  /// What the view shows, in a few words.
  public String title() { return Words.name("variants.habitat", this); }

  /// Returns the view of a method in a network.
  public static Habitat of(MethodCard method, NetworkSpec network) {
    if (method.name().equals("batch-norm")) return NORM;
    return switch (method.group()) {
      case WEIGHTS -> WEIGHTS;
      case BESIDE -> BESIDE;
      case LAYERS -> LAYERS;
      case UNITS, MAPS, TIME, TRANSFORMER, NONE -> of(network);
    };
  }

  /// Returns the view that fits the architecture.
  private static Habitat of(NetworkSpec network) {
    List<LayerSpec> all = Placement.flat(network.body());
    if (all.stream().anyMatch(LayerSpec.Recurrent.class::isInstance)) return TIME;
    if (all.stream().anyMatch(each -> each instanceof LayerSpec.Encoder || each instanceof LayerSpec.Attention)) return SITES;
    if (all.stream().anyMatch(LayerSpec.BatchNorm.class::isInstance)) return NORM;
    if (all.stream().anyMatch(LayerSpec.Residual.class::isInstance)) return LAYERS;
    if (all.stream().anyMatch(LayerSpec.LayerNorm.class::isInstance)) return NORM;
    return all.stream().anyMatch(LayerSpec.Conv2d.class::isInstance) ? MAPS : UNITS;
  }

  /// Returns the group of the methods that are tried on this view.
  public Group group() {
    return switch (this) {
      case UNITS -> Group.UNITS;
      case WEIGHTS -> Group.WEIGHTS;
      case MAPS -> Group.MAPS;
      case TIME -> Group.TIME;
      case LAYERS -> Group.LAYERS;
      case SITES -> Group.TRANSFORMER;
      case NORM, BESIDE -> Group.BESIDE;
    };
  }
}
