package dropoutlab.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
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
    String where = at == null ? name : name + ", line " + at.getLineNr() + ", column " + at.getColumnNr();
    return where + ": this is not valid JSON: " + plain(e.getOriginalMessage().lines().findFirst().orElse("")) + ".";
  }

  /// Returns the message without the library's advice on settings that a user cannot reach.
  private static String plain(String what) {
    if (what.startsWith("Duplicate Object property"))
      return "the key " + what.substring(26).replaceFirst("[:;.]\\s*$", "") + " stands here twice";
    if (what.startsWith("Unexpected end-of-input")) return "the text ends too early";
    if (what.contains("maybe a (non-standard) comment")) return "JSON has no comments";
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
      return path + " must be " + entry(wanted, e.getPath().getLast().from()) + ", but is null.";
    String prefix = path.isEmpty() ? "" : path + ": ";
    if (e instanceof InvalidTypeIdException type) return typeId(type, prefix, path, found);
    if (e instanceof UnrecognizedPropertyException unknown)
      return prefix + "unknown key" + Suggestion.among(unknown.getPropertyName(),
          unknown.getKnownPropertyIds().stream().map(String::valueOf).toList());
    Matcher missing = MISSING.matcher(e.getOriginalMessage());
    if (missing.find()) return missing(path, missing.group(1));
    if (found.isNull() || found.isMissingNode()) return prefix + "is missing.";
    if (path.equals("seed") || path.endsWith(".seed")) return prefix + Seed.fault(shown(found)) + ".";
    if (wanted != null && wanted.isEnum() && found.isString())
      return prefix + "unknown value " + found + Suggestion.among(found.stringValue(), names(wanted));
    return prefix + "must be " + kind(wanted, found) + ", but is " + shown(found) + ".";
  }

  /// The library names either the parent or the key itself.
  private static String missing(String path, String key) {
    String whole = path.equals(key) || path.endsWith("." + key) ? path : path.isEmpty() ? key : path + "." + key;
    return whole + ": is missing.";
  }

  private static String typeId(InvalidTypeIdException e, String prefix, String path, JsonNode found) {
    List<String> types = Arrays.stream(e.getBaseType().getRawClass().getAnnotation(JsonSubTypes.class).value())
        .map(JsonSubTypes.Type::name).toList();
    JsonNode type = found.path("type");
    if (!found.isObject()) return prefix + "must be an object { ... } with a \"type\", but is " + shown(found) + ".";
    if (!type.isString()) return path + ".type: must be one of " + String.join(", ", types) + ".";
    return path + ".type: unknown value " + type + Suggestion.among(type.stringValue(), types);
  }

  private static String kind(Class<?> wanted, JsonNode found) {
    if (wanted == null || wanted == int.class || wanted == long.class || wanted == Long.class)
      return "a whole number" + (wanted == int.class || wanted == null ? " of at most 2147483647" : "");
    boolean element = wanted == double[].class && !found.isNumber();
    if (wanted == double.class || wanted == Double.class || element) return "a number";
    if (wanted == boolean.class) return "true or false";
    if (wanted == String.class) return "text";
    if (List.class.isAssignableFrom(wanted) || wanted.isArray()) return "a list [ ... ]";
    if (wanted.isEnum()) return "one of " + String.join(", ", names(wanted));
    return "an object { ... }";
  }

  /// Describes what an entry of a list must be. For a list of lists, the library names the rows in both cases.
  private static String entry(Class<?> wanted, Object list) {
    if (wanted == String.class) return "text";
    if (list instanceof double[] || wanted != null && Number.class.isAssignableFrom(wanted)) return "a number";
    return wanted != null && (wanted.isArray() || List.class.isAssignableFrom(wanted)) ? "a list" : "an object";
  }

  private static List<String> names(Class<?> enumeration) {
    return Stream.of(enumeration.getEnumConstants())
        .map(value -> ((Enum<?>) value).name().toLowerCase(Locale.ROOT).replace('_', '-')).toList();
  }

  private static String shown(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> "the text " + shortened(node.toString());
      case OBJECT -> "an object";
      case ARRAY -> "a list";
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
