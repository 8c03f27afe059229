package dropoutlab.card;

import dropoutlab.words.Words;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/// What the program tells about a method.
///
/// @param name      its file's name without the ending
/// @param title     what it is called
/// @param shortName the same in a list that says already what is dropped
/// @param source    who published it, with the year
/// @param engine    where an experiment asks for it, see [EngineKey]; empty for the network that drops nothing
/// @param p         the drop rate that it begins with where nobody chose one; empty for a method without one
/// @param options   what it needs besides, with the values that the engine takes where nobody chose others, in JSON
/// @param why       why there
/// @param used      where it is used, and usual rates
/// @param hurts     when it hurts
/// @param note      what else has to be said
/// @param said      what is often said of it, and what is right
/// @param code      the same in PyTorch
public record MethodCard(String name, String title, String shortName, Group group, String source,
                         List<EngineKey> engine, OptionalDouble p, SortedMap<String, String> options,
                         Equations equations, Prose why, Prose used, Prose hurts, Optional<Prose> note,
                         List<Said> said, String code) {
  private static final int FEW_AUTHORS = 3;

  public MethodCard {
    engine = List.copyOf(engine);
    options = Collections.unmodifiableSortedMap(options);
    said = List.copyOf(said);
  }

  /// Returns the source with its first author alone where there are more than three.
  public String briefSource() {
    String[] authors = source.split(",\\s|\\sand\\s");
    return authors.length <= FEW_AUTHORS ? source
        : source.replaceFirst("^([^,]+),.* and [^,0-9]+(?= \\d)", Words.of("card.source.first_of_many", "$1"));
  }

  /// @param claim what is often said, without quotation marks
  /// @param right what is right
  public record Said(String claim, Prose right) {}
}
