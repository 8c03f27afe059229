package dropoutlab.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Turns the errors of the JSON library into one sentence for the author of the file.
final class JsonFaults {
  private static final Pattern MISSING = Pattern.compile("^Missing (?:required )?creator property '(\\w+)'");

  private JsonFaults() {}

  /// Describes text that is not JSON, with the line and the column.
  static String syntax(JacksonException e, String name) {
    TokenStreamLocation at = e.getLocation();
    String where = at == null ? name : Words.of("spec.json.where", name, at.getLineNr(), at.getColumnNr());
    return Words.of("spec.json.invalid", where, plain(e.getOriginalMessage().lines().findFirst().orElse("")));
  }

  /// Returns the message without the library's advice on settings that a user cannot reach.
  private static String plain(String what) {
    if (what.startsWith("Duplicate Object property"))
      return Words.of("spec.json.twice", what.substring(26).replaceFirst("[:;.]\\s*$", ""));
    if (what.startsWith("Unexpected end-of-input")) return Words.of("spec.json.early");
    if (what.contains("maybe a (non-standard) comment")) return Words.of("spec.json.comment");
    String cut = what.replaceFirst("(: enable|, from| \\(not recognized| \\(for (Array|Object) ).*", "")
        .replaceFirst("[:;.]\\s*$", "");
    return lowerFirst(cut.lastIndexOf('(') > cut.lastIndexOf(')') ? cut + ")" : cut);
  }

  /// Describes a tree that does not fit the records, with the path to the part that does not fit.
  static String binding(JacksonException e, JsonNode tree) {
    String path = path(e.getPath());
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause())
      if (cause instanceof IllegalArgumentException && cause.getMessage() != null)
        return (path.isEmpty() ? "" : path + ".") + cause.getMessage() + ".";
    JsonNode found = at(tree, e.getPath());
    Class<?> wanted = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    if (found.isNull() && path.endsWith("]"))
      return Words.of("spec.json.null_entry", path, entry(wanted, e.getPath().getLast().from()));
    String prefix = path.isEmpty() ? "" : path + ": ";
    if (e instanceof InvalidTypeIdException type) return typeId(type, prefix, path, found);
    if (e instanceof UnrecognizedPropertyException unknown)
      return Words.of("spec.json.unknown_key", path, Suggestion.among(unknown.getPropertyName(),
          unknown.getKnownPropertyIds().stream().map(String::valueOf).toList()));
    Matcher missing = MISSING.matcher(e.getOriginalMessage());
    if (missing.find()) return missing(path, missing.group(1));
    if (found.isNull() || found.isMissingNode()) return prefix + Words.of("spec.json.missing");
    if (path.equals("seed") || path.endsWith(".seed")) return prefix + Seed.fault(shown(found)) + ".";
    if (wanted != null && wanted.isEnum() && found.isString())
      return prefix + Words.of("spec.json.unknown_value", found.toString(),
          Suggestion.among(found.stringValue(), names(wanted)));
    return prefix + Words.of("spec.json.kind", kind(wanted, found), shown(found));
  }

  /// The library names either the parent or the key itself.
  private static String missing(String path, String key) {
    String whole = path.equals(key) || path.endsWith("." + key) ? path : path.isEmpty() ? key : path + "." + key;
    return whole + ": " + Words.of("spec.json.missing");
  }

  private static String typeId(InvalidTypeIdException e, String prefix, String path, JsonNode found) {
    List<String> types = Arrays.stream(e.getBaseType().getRawClass().getAnnotation(JsonSubTypes.class).value())
        .map(JsonSubTypes.Type::name).toList();
    JsonNode type = found.path("type");
    if (!found.isObject()) return prefix + Words.of("spec.json.no_type", shown(found));
    String key = path + ".type: ";
    if (!type.isString()) return key + Words.of("spec.json.types", Words.parted(types));
    return key + Words.of("spec.json.unknown_value", type.toString(), Suggestion.among(type.stringValue(), types));
  }

  private static String kind(Class<?> wanted, JsonNode found) {
    if (wanted == null || wanted == int.class || wanted == long.class || wanted == Long.class)
      return wanted == int.class || wanted == null ? Words.of("spec.kind.int", Integer.MAX_VALUE)
          : Words.of("spec.kind.whole");
    boolean element = wanted == double[].class && !found.isNumber();
    if (wanted == double.class || wanted == Double.class || element) return Words.of("spec.kind.number");
    if (wanted == boolean.class) return Words.of("spec.kind.boolean");
    if (wanted == String.class) return Words.of("spec.kind.text");
    if (List.class.isAssignableFrom(wanted) || wanted.isArray()) return Words.of("spec.kind.list_form");
    if (wanted.isEnum()) return Words.of("spec.kind.one_of", Words.parted(names(wanted)));
    return Words.of("spec.kind.object_form");
  }

  /// Describes what an entry of a list must be. For a list of lists, the library names the rows in both cases.
  private static String entry(Class<?> wanted, Object list) {
    if (wanted == String.class) return Words.of("spec.kind.text");
    if (list instanceof double[] || wanted != null && Number.class.isAssignableFrom(wanted))
      return Words.of("spec.kind.number");
    boolean nested = wanted != null && (wanted.isArray() || List.class.isAssignableFrom(wanted));
    return nested ? Words.of("spec.kind.list") : Words.of("spec.kind.object");
  }

  private static List<String> names(Class<?> enumeration) {
    return Stream.of(enumeration.getEnumConstants())
        .map(value -> ((Enum<?>) value).name().toLowerCase(Locale.ROOT).replace('_', '-')).toList();
  }

  private static String shown(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> Words.of("spec.kind.the_text", shortened(node.toString()));
      case OBJECT -> Words.of("spec.kind.object");
      case ARRAY -> Words.of("spec.kind.list");
      case NUMBER, BOOLEAN, NULL, BINARY, MISSING, POJO -> shortened(node.toString());
    };
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }

  private static String path(List<JacksonException.Reference> references) {
    StringBuilder path = new StringBuilder();
    for (var reference : references) {
      if (reference.getPropertyName() == null) path.append('[').append(reference.getIndex()).append(']');
      else path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
    }
    return path.toString();
  }

  private static JsonNode at(JsonNode tree, List<JacksonException.Reference> references) {
    JsonNode node = tree;
    for (var reference : references)
      node = reference.getPropertyName() == null ? node.path(reference.getIndex())
          : node.path(reference.getPropertyName());
    return node;
  }

  private static String lowerFirst(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
