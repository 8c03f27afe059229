package dropoutlab.card.place;

import dropoutlab.card.MethodCard;
import dropoutlab.spec.Beside;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// What a method needs beside its p: the settings of its record, applied in all of its places at once.
public final class Options {
  /// Neither can be chosen for a method that is given: the kind of target is another card, and dense layers have no maps.
  private static final List<String> LEFT_OUT = List.of("target", "maps");
  private static final List<String> OF_RECURRENT = List.of("inputs", "state", "outputs", "tiedGates");
  private static final List<String> OF_ENCODER = List.of("attentionDrop", "feedForwardDrop", "residualDrop", "norm");

  private Options() {}

  /// Returns the settings of a network's method; each gives the network with another value, and throws an
  /// [IllegalArgumentException] with what is wrong with it.
  public static List<Setting<Beside>> of(Beside network) {
    MethodCard method = Placement.in(network);
    return switch (method.group()) {
      case UNITS, WEIGHTS -> ofHidden(network, method);
      case MAPS -> ofLayers(network, LayerSpec.DropBlock.class, List.of("block"));
      case TIME -> method.name().equals("word-types") ? List.of() : ofRecurrent(network);
      case LAYERS -> method.name().equals("layer-drop") ? ofLayers(network, LayerSpec.Encoder.class, List.of("norm"))
          : ofLayers(network, LayerSpec.Residual.class, List.of("mode"));
      case TRANSFORMER -> ofLayers(network, LayerSpec.Encoder.class, OF_ENCODER);
      case BESIDE, NONE -> List.of();
    };
  }

  private static List<Setting<Beside>> ofHidden(Beside network, MethodCard method) {
    List<DropoutSpec> used = network.network().hidden().stream().map(NetworkSpec.HiddenLayer::method)
        .filter(each -> Method.nameOf(each).equals(method.name())).toList();
    if (used.isEmpty()) return List.of();
    return mapped(used.getFirst(), LEFT_OUT, true, next -> network.withNetwork(network.network().withHidden(network.network()
        .hidden().stream().map(layer -> Method.nameOf(layer.method()).equals(method.name()) ? layer.withMethod(next) : layer).toList())));
  }

  private static List<Setting<Beside>> ofRecurrent(Beside network) {
    return first(network, LayerSpec.Recurrent.class).map(found -> mapped(found.drop(), OF_RECURRENT, false,
        next -> replaced(network, LayerSpec.Recurrent.class, layer -> layer.withDrop(next)))).orElse(List.of());
  }

  private static <T extends LayerSpec> List<Setting<Beside>> ofLayers(Beside network, Class<T> kind, List<String> names) {
    List<Setting<Beside>> settings = new ArrayList<>();
    first(network, kind).ifPresent(found -> {
      for (Setting<T> setting : Setting.of(found))
        if (names.contains(setting.name()))
          settings.add(new Setting<>(setting.name(), setting.type(), setting.value(), value -> {
            setting.with().apply(value);
            return replaced(network, kind, layer -> with(layer, setting.name(), value));
          }));
    });
    return settings;
  }

  private static <T> T with(T layer, String name, Object value) {
    return Setting.of(layer).stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow().with().apply(value);
  }

  private static <T> List<Setting<Beside>> mapped(T record, List<String> names, boolean without, Function<T, Beside> put) {
    return Setting.of(record).stream().filter(each -> names.contains(each.name()) != without)
        .map(each -> new Setting<>(each.name(), each.type(), each.value(), value -> put.apply(each.with().apply(value)))).toList();
  }

  private static <T extends LayerSpec> Optional<T> first(Beside network, Class<T> kind) {
    return Placement.flat(network.network().body()).stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  private static <T extends LayerSpec> Beside replaced(Beside network, Class<T> kind, UnaryOperator<T> change) {
    return network.withNetwork(network.network().withBody(replaced(network.network().body(), kind, change)));
  }

  private static <T extends LayerSpec> List<LayerSpec> replaced(List<LayerSpec> body, Class<T> kind, UnaryOperator<T> change) {
    return body.stream().map(layer -> {
      LayerSpec inner = layer instanceof LayerSpec.Residual block ? block.withLayers(replaced(block.layers(), kind, change)) : layer;
      return kind.isInstance(inner) ? change.apply(kind.cast(inner)) : inner;
    }).toList();
  }
}
