package dropoutlab.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// Reads the files of texts, which are in UTF-8.
final class Bundle {
  private static final String FOLDER = "/assets/words/";

  private Bundle() {}

  /// Returns the texts of a file by their keys, which begin with the name of the file.
  static Map<String, Text> read(String name) {
    String file = FOLDER + name + ".properties";
    Properties read = new Properties();
    try (InputStream in = Bundle.class.getResourceAsStream(file)) {
      if (in == null) throw new IllegalArgumentException("There is no file of texts " + file);
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The texts " + file + " cannot be read", e);
    }
    Map<String, Text> texts = new HashMap<>();
    read.stringPropertyNames().forEach(rest -> {
      String key = name + "." + rest;
      texts.put(key, Text.of(key, read.getProperty(rest)));
    });
    return texts;
  }
}
