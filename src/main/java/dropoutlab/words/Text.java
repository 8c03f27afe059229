package dropoutlab.words;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text that is split at its places once, when it is read, because pictures write texts at every frame.
///
/// @param pieces the text before each place, and after the last
/// @param places the number of the part that follows each piece except the last
record Text(String key, List<String> pieces, List<Integer> places) {
  private static final char MINUS = '\u2212';
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

  static Text of(String key, String text) {
    List<String> pieces = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    int from = 0;
    for (Matcher place = PLACE.matcher(text); place.find(); from = place.end()) {
      pieces.add(text.substring(from, place.start()));
      places.add(Integer.valueOf(place.group(1)));
    }
    pieces.add(text.substring(from));
    return new Text(key, List.copyOf(pieces), List.copyOf(places));
  }

  String with(Object... parts) {
    if (places.isEmpty()) return pieces.getFirst();
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < places.size(); i++) {
      int place = places.get(i);
      if (place >= parts.length)
        throw new IllegalArgumentException("The text " + key + " has the place {" + place + "}, but is given "
            + parts.length + " parts");
      filled.append(pieces.get(i)).append(written(parts[place]));
    }
    return filled.append(pieces.getLast()).toString();
  }

  private String written(Object part) {
    return switch (part) {
      case String string -> string;
      case Integer number -> number.toString().replace('-', MINUS);
      case Long number -> number.toString().replace('-', MINUS);
      case Character character -> character.toString();
      case Path file -> file.toString();
      case null, default -> throw new IllegalArgumentException("The text " + key + " is given " + part
          + ", which is neither a string, a file's name nor a whole number");
    };
  }
}
