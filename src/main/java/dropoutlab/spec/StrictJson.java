package dropoutlab.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import dropoutlab.words.Words;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/// The JSON dialect of all our files: records in the order of their components, enums in kebab case ("two-moons"), and
/// absent values left out. Reading converts nothing: a text is no number, and 2.0 is no whole number.
public final class StrictJson {
  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
          DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
      .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
      .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
      .withCoercionConfig(LogicalType.Textual, config -> {
        for (CoercionInputShape shape : List.of(CoercionInputShape.Integer, CoercionInputShape.Float,
            CoercionInputShape.Boolean)) config.setCoercion(shape, CoercionAction.Fail);
      })
      .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
      .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
      .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
      .build();

  private StrictJson() {}

  /// Reads the object that a file holds. Throws an [ExperimentException] with file, line and column.
  public static ObjectNode parse(String text, String name) {
    String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (json.isBlank()) throw new ExperimentException(Words.of("spec.json.empty", name));
    try {
      if (MAPPER.readTree(json) instanceof ObjectNode tree) return tree;
    } catch (JacksonException e) {
      throw new ExperimentException(JsonFaults.syntax(e, name), e);
    }
    throw new ExperimentException(Words.of("spec.json.no_object", name));
  }

  /// Reads `tree` as a record. Throws an [ExperimentException] whose sentence begins with the path in the tree.
  public static <T> T bind(JsonNode tree, Class<T> type) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JacksonException e) {
      throw new ExperimentException(JsonFaults.binding(e, tree), e);
    }
  }

  /// Writes indented JSON with LF line ends: the same text for equal values on every machine.
  public static String text(Object value) {
    StringWriter text = new StringWriter();
    write(value, text);
    return text.toString();
  }

  /// Writes the same text to a writer. Throws an [IllegalStateException] for a number that is not finite.
  public static void write(Object value, Writer to) {
    var printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
        .withObjectNameValueSpacing(Separators.Spacing.AFTER))
        .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    ObjectWriter writer = MAPPER.writer().with(printer).without(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .without(SerializationFeature.WRAP_EXCEPTIONS);
    try (JsonGenerator json = new FiniteNumbers(writer.createGenerator(to))) {
      writer.writeValue(json, value);
      json.writeRaw('\n');
    }
  }

  /// Writes JSON on one line, for places where a text is part of another file.
  public static String compact(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new FiniteNumbers(MAPPER.writer().createGenerator(text))) {
      MAPPER.writer().without(SerializationFeature.WRAP_EXCEPTIONS).writeValue(json, value);
    }
    return text.toString();
  }

  /// Returns the tree of one of our own values.
  public static ObjectNode treeOf(Object value) {
    return MAPPER.valueToTree(value);
  }

  /// Returns the tree of the element of `kinds` that has this `type`; null if there is none.
  static ObjectNode standard(List<?> kinds, String type) {
    return kinds.stream().map(StrictJson::treeOf).filter(kind -> kind.path("type").asString("").equals(type))
        .findFirst().orElse(null);
  }

  /// Parses text that is known to be well-formed.
  static JsonNode tree(String json) {
    return MAPPER.readTree(json);
  }

  /// Parses an object that is known to be well-formed.
  static ObjectNode object(String json) {
    return (ObjectNode) tree(json);
  }

  /// Reads a value typed by hand as JSON or, if it is not JSON, as text.
  static JsonNode value(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node.isMissingNode() ? MAPPER.getNodeFactory().stringNode(text) : node;
    } catch (JacksonException notJson) {
      return MAPPER.getNodeFactory().stringNode(text);
    }
  }
}
