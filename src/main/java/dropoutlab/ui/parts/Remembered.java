package dropoutlab.ui.parts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What a saved run keeps of a workspace, written and read. A file may hold anything: what cannot be read is not there.
public final class Remembered {
  private final Map<String, String> values;

  public Remembered(Map<String, String> values) { this.values = values; }

  public Remembered() { this(new LinkedHashMap<>()); }

  public Remembered with(String name, Object value) {
    values.put(name, value.toString());
    return this;
  }

  /// Adds a place, or nothing where there is none.
  public Remembered with(String name, Optional<List<Double>> place) {
    place.ifPresent(at -> values.put(name, String.join(" ", at.stream().map(Object::toString).toList())));
    return this;
  }

  public Map<String, String> values() { return values; }

  public Optional<String> text(String name) { return Optional.ofNullable(values.get(name)); }

  public boolean is(String name) { return "true".equals(values.get(name)); }

  public OptionalInt count(String name) {
    return text(name).filter(text -> text.matches("\\d{1,9}")).map(text -> OptionalInt.of(Integer.parseInt(text)))
        .orElse(OptionalInt.empty());
  }

  /// One of the constants of an enum.
  public <E extends Enum<E>> Optional<E> of(String name, Class<E> type) {
    for (E each : type.getEnumConstants()) if (each.name().equals(values.get(name))) return Optional.of(each);
    return Optional.empty();
  }

  /// A place in the user's units.
  public Optional<List<Double>> place(String name) {
    List<Double> place = new ArrayList<>();
    try {
      for (String each : text(name).orElse("").split(" ")) place.add(Double.parseDouble(each));
    } catch (NumberFormatException noPlace) {
      return Optional.empty();
    }
    return place.stream().allMatch(Double::isFinite) ? Optional.of(place) : Optional.empty();
  }
}
