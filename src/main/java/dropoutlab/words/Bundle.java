package dropoutlab.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The texts of one file, UTF-8.
final class Bundle {
  private static final String FOLDER = "/assets/words/";
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

  private final String name;
  private final Properties texts;

  private Bundle(String name, Properties texts) {
    this.name = name;
    this.texts = texts;
  }

  static Bundle read(String name) {
    String file = FOLDER + name + ".properties";
    Properties texts = new Properties();
    try (InputStream in = Bundle.class.getResourceAsStream(file)) {
      if (in == null) throw new IllegalArgumentException("There is no file of texts " + file);
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The texts " + file + " cannot be read", e);
    }
    return new Bundle(name, texts);
  }

  boolean has(String key) { return texts.containsKey(key); }

  String text(String key, Object... parts) {
    String text = texts.getProperty(key);
    if (text == null) throw new IllegalArgumentException("There is no text " + name + "." + key);
    Matcher places = PLACE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (places.find()) {
      int place = Integer.parseInt(places.group(1));
      if (place >= parts.length)
        throw new IllegalArgumentException("The text " + name + "." + key + " has the place {" + place
            + "}, but is given " + parts.length + " parts");
      places.appendReplacement(filled, Matcher.quoteReplacement(written(key, parts[place])));
    }
    return places.appendTail(filled).toString();
  }

  private String written(String key, Object part) {
    return switch (part) {
      case String string -> string;
      case Integer number -> number.toString();
      case Long number -> number.toString();
      case Character character -> character.toString();
      case null, default -> throw new IllegalArgumentException("The text " + name + "." + key + " is given " + part
          + ", which is neither a string nor a whole number");
    };
  }

  String list(Iterable<String> names) {
    List<String> all = new ArrayList<>();
    names.forEach(all::add);
    if (all.size() < 2) return String.join("", all);
    String head = String.join(text("list.comma"), all.subList(0, all.size() - 1));
    return text("list.last", head, all.getLast());
  }
}
