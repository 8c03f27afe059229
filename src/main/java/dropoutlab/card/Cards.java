package dropoutlab.card;

import dropoutlab.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The cards that come with the program, in the order of the family. They are listed in `index.txt`, one name a line,
/// because the contents of a jar cannot be listed everywhere.
public final class Cards {
  static final String FOLDER = "/assets/cards/";

  private Cards() {}

  /// Read once, when the first card is asked for.
  private static final class Read {
    static final Map<String, MethodCard> CARDS = new LinkedHashMap<>();

    static {
      for (String name : text(FOLDER + "index.txt").lines().toList())
        CARDS.put(name, CardReader.read(name + ".md", text(FOLDER + name + ".md")));
    }
  }

  public static List<MethodCard> all() { return List.copyOf(Read.CARDS.values()); }

  public static List<MethodCard> of(Group group) {
    return Read.CARDS.values().stream().filter(card -> card.group() == group).toList();
  }

  /// Throws an [IllegalArgumentException] for a name that no card has.
  public static MethodCard named(String name) {
    MethodCard card = Read.CARDS.get(name);
    if (card == null)
      throw new IllegalArgumentException(Words.of("card.unknown", name, Words.parted(Read.CARDS.keySet())));
    return card;
  }

  static String text(String file) {
    try (InputStream in = Cards.class.getResourceAsStream(file)) {
      if (in == null) throw new IllegalStateException("The file " + file + " is not in the program");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be read", e);
    }
  }
}
