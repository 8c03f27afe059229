package dropoutlab.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dropoutlab.frame.Phase;
import dropoutlab.spec.AugmentationSpec;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.EarlyStoppingSpec;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.PresetGroup;
import dropoutlab.spec.RegulariserSpec;
import dropoutlab.spec.StrictJson;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The cards name what the engine has, with its defaults, and none of its methods is without a card. The oracle is the
/// engine: the sealed families of the specs and the values that missing keys take.
class CardsTest {
  /// The parts of an experiment that are no sealed family, by the name that a card gives them.
  private static final Map<String, Class<?>> PARTS = Map.of("regulariser", RegulariserSpec.class, "augmentation",
      AugmentationSpec.class, "earlyStopping", EarlyStoppingSpec.class);
  /// Says of all methods where they stand; it is no card.
  private static final String PAGE = "which-when.md";
  private static final int LONGEST_PARAGRAPH = 230, LONGEST_LINE = 54, MOST_LINES = 12;

  static List<MethodCard> cards() { return Cards.all(); }

  private static Map<String, Class<?>> types() {
    Map<String, Class<?>> types = new HashMap<>(PARTS);
    for (Class<?> family : List.of(DropoutSpec.class, LayerSpec.class, OptimiserSpec.class))
      for (JsonSubTypes.Type kind : kinds(family)) types.put(kind.name(), kind.value());
    return types;
  }

  private static JsonSubTypes.Type[] kinds(Class<?> family) {
    return family.getAnnotation(JsonSubTypes.class).value();
  }

  /// The keys of a record, and the values of those that are enums or hold one.
  private static Set<String> choices(Class<?> type) {
    Set<String> choices = new LinkedHashSet<>();
    for (RecordComponent component : type.getRecordComponents()) {
      choices.add(component.getName());
      Class<?> of = component.getType();
      if (of.isEnum()) for (Object constant : of.getEnumConstants()) choices.add(kebab(constant));
      if (of.isRecord()) choices.addAll(choices(of));
    }
    return choices;
  }

  private static String kebab(Object constant) {
    return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// After where to start, and without the network that drops nothing.
  @Test void presetsAreGroupedAsTheMethodsAre() {
    assertThat(Stream.of(PresetGroup.values()).skip(2).map(Enum::name)).containsExactlyElementsOf(
        Stream.of(Group.values()).filter(group -> group != Group.NONE).map(Enum::name).toList());
  }

  @Test void everyFileIsListedAndEveryNameIsAFile() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("assets", "cards"))) {
      assertThat(Cards.all()).extracting(card -> card.name() + ".md")
          .containsExactlyInAnyOrderElementsOf(files.map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".md") && !name.equals(PAGE)).toList());
    }
  }

  @Test void groupsStandTogetherInTheOrderOfTheFamily() {
    assertThat(Cards.all()).extracting(MethodCard::group).isSorted();
    for (Group group : Group.values()) {
      assertThat(Cards.of(group)).isNotEmpty();
      assertThat(group.title()).isNotBlank();
      assertThat(group.architecture()).isNotBlank();
    }
  }

  @Test void namesAreUnique() {
    assertThat(Cards.all()).extracting(MethodCard::title).doesNotHaveDuplicates();
    assertThat(Cards.all()).extracting(MethodCard::shortName).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("cards")
  void engineHasWhatTheCardNames(MethodCard card) {
    assertThat(card.engine().isEmpty()).isEqualTo(card.group() == Group.NONE);
    for (EngineKey key : card.engine()) {
      if (key.part().equals("inputDrop")) assertThat(choices(NetworkSpec.class)).contains("inputDrop");
      else {
        assertThat(types()).as(card.name()).containsKey(key.part());
        if (!key.choice().isEmpty())
          assertThat(choices(types().get(key.part()))).as(card.name()).contains(key.choice());
      }
    }
  }

  /// Every type of the sealed family of methods, every drop rate of every layer, every way to drop in a recurrent
  /// layer, and every penalty.
  @Test void noMethodOfTheEngineIsWithoutACard() {
    Set<String> carded = Cards.all().stream().flatMap(card -> card.engine().stream()).map(EngineKey::toString)
        .collect(Collectors.toSet());
    assertThat(carded).containsAll(methods());
    assertThat(methods()).contains("inverted", "targeted/units", "drop-block", "residual/drop", "encoder/layerDrop",
        "recurrent/zoneout", "regulariser/maxNorm").hasSizeGreaterThan(25);
  }

  private static Set<String> methods() {
    Set<String> methods = new LinkedHashSet<>();
    for (JsonSubTypes.Type kind : kinds(DropoutSpec.class))
      if (kind.value() == DropoutSpec.Targeted.class)
        for (var target : DropoutSpec.Targeted.Target.values()) methods.add(kind.name() + "/" + kebab(target));
      else methods.add(kind.name());
    for (JsonSubTypes.Type kind : kinds(LayerSpec.class))
      for (RecordComponent component : kind.value().getRecordComponents())
        if (component.getType() == double.class && component.getName().equals("p")) methods.add(kind.name());
        else if (component.getType() == double.class && component.getName().toLowerCase(Locale.ROOT).endsWith("drop"))
          methods.add(kind.name() + "/" + component.getName());
    for (var method : LayerSpec.RecurrentDrop.RecurrentMethod.values()) methods.add("recurrent/" + kebab(method));
    for (RecordComponent penalty : RegulariserSpec.class.getRecordComponents())
      methods.add("regulariser/" + penalty.getName());
    return methods;
  }

  /// Read back from an experiment in which the keys are missing.
  @ParameterizedTest
  @MethodSource("cards")
  void optionsHaveTheDefaultsOfTheEngine(MethodCard card) {
    if (card.engine().isEmpty()) return;
    EngineKey key = card.engine().getFirst();
    Map<String, String> defaults = defaults(key);
    card.options().forEach((name, value) -> {
      assertThat(defaults).as(card.name()).containsKey(name);
      // A method of a choice differs from the default in that choice alone.
      if (!value.equals(key.choice())) assertThat(value(value)).as("%s: %s", card.name(), name)
          .isEqualTo(value(defaults.get(name)));
    });
    boolean isMethod = Arrays.stream(kinds(DropoutSpec.class))
        .anyMatch(kind -> kind.name().equals(key.part()));
    if (isMethod) assertThat(card.options().keySet()).containsExactlyInAnyOrderElementsOf(defaults.keySet());
  }

  private static Object value(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException word) {
      return text;
    }
  }

  private static Map<String, String> defaults(EngineKey key) {
    List<Object> known = Stream.concat(DropoutSpec.standard().stream(), OptimiserSpec.standard().stream())
        .map(Object.class::cast).toList();
    for (Object each : known)
      if (types().get(key.part()) == each.getClass()) return values(each);
    return LayerSpec.class.isAssignableFrom(types().getOrDefault(key.part(), Object.class)) ? values(layer(key.part()))
        : Map.of();
  }

  private static LayerSpec layer(String type) {
    String needed = switch (type) {
      case "embedding" -> ", \"vocabulary\": 6, \"width\": 8";
      case "recurrent" -> ", \"units\": 8";
      case "encoder" -> ", \"feedForward\": 8";
      case "residual" -> ", \"layers\": []";
      default -> "";
    };
    String json = """
        {"data": {"set": "digits"}, "network": {"body": [{"type": "%s"%s}]}}""".formatted(type, needed);
    return ExperimentJson.read(json, "defaults").network().body().getFirst();
  }

  private static Map<String, String> values(Object spec) {
    Map<String, String> values = new LinkedHashMap<>();
    JsonNode tree = StrictJson.parse(StrictJson.text(spec), "spec");
    tree.properties().forEach(entry -> {
      if (entry.getValue().isObject())
        entry.getValue().properties().forEach(inner -> values.put(inner.getKey(), inner.getValue().asString("")));
      else values.put(entry.getKey(), entry.getValue().asString(""));
    });
    values.remove("type");
    return values;
  }

  /// What a layer drops where nobody chose a rate is what its card begins with.
  @Test void cardsOfLayersBeginWithTheRateOfTheEngine() {
    Map<String, String> rates = Map.of("spatial", "p", "drop-block", "p", "attention", "attentionDrop", "residual",
        "residualDrop", "feed-forward", "feedForwardDrop");
    rates.forEach((name, rate) -> {
      MethodCard card = Cards.named(name);
      assertThat(value(defaults(card.engine().getFirst()).get(rate))).as(name).isEqualTo(card.p().orElseThrow());
    });
  }

  @ParameterizedTest
  @MethodSource("cards")
  void sourcesNameTheYear(MethodCard card) {
    if (card.group() != Group.NONE) assertThat(card.source()).containsPattern("\\b(19|20)\\d\\d\\b");
  }

  /// A card stands on one screen of 900 pixels beside the picture.
  @ParameterizedTest
  @MethodSource("cards")
  void cardsAreShort(MethodCard card) {
    Stream.concat(Stream.of(card.why(), card.used(), card.hurts()), card.said().stream().map(MethodCard.Said::right))
        .forEach(prose -> assertThat(prose.text()).as(card.name()).hasSizeLessThanOrEqualTo(LONGEST_PARAGRAPH));
    List<String> lines = card.code().lines().toList();
    assertThat(lines).as(card.name()).hasSizeLessThanOrEqualTo(MOST_LINES)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(LONGEST_LINE));
  }

  /// Whoever reads the lines finds the rate that the card begins with in them.
  @ParameterizedTest
  @MethodSource("cards")
  void codeHasTheRateOfTheCard(MethodCard card) {
    String method = card.name();
    if (card.p().isEmpty() || method.equals("uniform")) return;
    assertThat(Arrays.stream(card.code().split("[^0-9.]+")).filter(number -> number.matches("\\d+(\\.\\d+)?"))
        .map(Double::valueOf)).as(method).contains(card.p().orElseThrow());
  }

  /// The half-steps light the row that computes them.
  @Test void rowsBelongToHalfSteps() {
    assertThat(Equations.Part.of(Phase.FORWARD)).contains(Equations.Part.TRAINING);
    assertThat(Equations.Part.of(Phase.MASK)).contains(Equations.Part.TRAINING);
    assertThat(Equations.Part.of(Phase.BACKWARD)).contains(Equations.Part.BACKWARD);
    assertThat(Equations.Part.of(Phase.UPDATE)).isEmpty();
  }
}
