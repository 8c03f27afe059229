package dropoutlab.claim;

import dropoutlab.spec.Seed;
import dropoutlab.words.Words;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the controls of a bench are set to. Immutable; every value lies within its control's range.
public final class Settings {
  private static final String SEED = "seed=";

  private final Map<String, Control> controls;
  private final Map<String, List<Double>> values;
  private final Map<String, Path> files;
  private final long seed;

  private Settings(Map<String, Control> controls, Map<String, List<Double>> values, Map<String, Path> files, long seed) {
    this.controls = controls;
    this.values = values;
    this.files = files;
    this.seed = seed;
  }

  static Settings of(List<Control> controls, long seed) {
    Map<String, Control> byId = new LinkedHashMap<>();
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (Control each : controls) {
      byId.put(each.id(), each);
      values.put(each.id(), each.initial());
    }
    return new Settings(byId, values, Map.of(), seed);
  }

  public long seed() { return seed; }

  /// The only value of a control.
  public double get(String id) { return all(id).getFirst(); }

  public int count(String id) { return (int) get(id); }

  /// All values of a control.
  public List<Double> all(String id) {
    List<Double> found = values.get(id);
    if (found == null) throw new IllegalArgumentException("There is no control " + id);
    return found;
  }

  public double[] array(String id) { return all(id).stream().mapToDouble(Double::doubleValue).toArray(); }

  /// Whether a choice stands at an option.
  public boolean is(String id, String option) {
    return controls.get(id) instanceof Control.Choice choice && choice.options().get(count(id)).equals(option);
  }

  public Optional<Path> file(String id) { return Optional.ofNullable(files.get(id)); }

  public Settings withSeed(long next) { return new Settings(controls, values, files, next); }

  public Settings withFile(String id, Path file) {
    Map<String, Path> next = new LinkedHashMap<>(files);
    next.put(id, file);
    if (file == null) next.remove(id);
    return new Settings(controls, values, Map.copyOf(next), seed);
  }

  /// The same with another value, taken into the control's range.
  public Settings with(String id, double value) { return with(id, List.of(value)); }

  /// The same with other values: as many as before, each taken into the control's range and to its steps.
  public Settings with(String id, List<Double> next) {
    List<Double> before = all(id);
    if (next.size() != before.size())
      throw new IllegalArgumentException(Words.of("claim.set.numbers", id, before.size(), next.size()));
    List<Double> held = new ArrayList<>();
    for (double each : next) held.add(held(controls.get(id), each));
    Map<String, List<Double>> changed = new LinkedHashMap<>(values);
    changed.put(id, List.copyOf(held));
    return new Settings(controls, changed, files, seed);
  }

  /// The same with one of several values changed.
  public Settings with(String id, int index, double value) {
    List<Double> next = new ArrayList<>(all(id));
    next.set(index, value);
    return with(id, next);
  }

  private static double held(Control control, double value) {
    return switch (control) {
      case Control.Rate(_, _, double most) -> Math.clamp(value, 0, most);
      case Control.Count(_, int least, int most, _) -> Math.clamp(Math.rint(value), least, most);
      case Control.Clock(_, int least, int most, _) -> Math.clamp(Math.rint(value), least, most);
      case Control.Numbers numbers -> Math.clamp(value, numbers.least(), numbers.most());
      case Control.Choice choice -> Math.clamp(Math.rint(value), 0, choice.options().size() - 1);
      case Control.File _ -> throw new IllegalArgumentException(control.id() + " is a file");
    };
  }

  /// The same with a change as it is typed: `p=0.3`, `s=4,2,1,0.3`, `dropped=every`, `seed=12`. Throws an
  /// [IllegalArgumentException] that says what is wrong.
  public Settings with(String typed) {
    if (typed.startsWith(SEED)) return withSeed(typedSeed(typed.substring(SEED.length()).strip()));
    int equals = typed.indexOf('=');
    String id = equals < 0 ? typed.strip() : typed.substring(0, equals).strip();
    Control control = controls.get(id);
    if (control == null) throw new IllegalArgumentException(Words.of("claim.set.unknown", id, Words.parted(controls.keySet())));
    if (equals < 0) throw new IllegalArgumentException(Words.of("claim.set.form", id));
    String value = typed.substring(equals + 1).strip();
    return switch (control) {
      case Control.Choice choice -> with(id, option(choice, value));
      case Control.File _ -> withFile(id, path(id, value));
      case Control.Rate _, Control.Count _, Control.Clock _, Control.Numbers _ -> withTyped(id, value);
    };
  }

  private static long typedSeed(String text) {
    return Seed.of(text).orElseThrow(() -> new IllegalArgumentException("seed: " + Seed.fault("\"" + text + "\"")));
  }

  private static double option(Control.Choice choice, String value) {
    int at = choice.options().indexOf(value);
    if (at < 0) throw new IllegalArgumentException(Words.of("claim.set.option", choice.id(), value, Words.parted(choice.options())));
    return at;
  }

  private static Path path(String id, String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(Words.of("claim.set.path", id, value), e);
    }
  }

  private Settings withTyped(String id, String text) {
    List<Double> numbers = new ArrayList<>();
    for (String part : text.split(",", -1)) numbers.add(number(id, part.strip()));
    Settings next = with(id, numbers);
    if (!next.all(id).equals(numbers)) throw new IllegalArgumentException(Words.of("claim.set.range", id, text, Words.of("claim.set.typed", id, Typed.of(next.all(id)))));
    return next;
  }

  private static double number(String id, String text) {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) return value;
    } catch (NumberFormatException noNumber) {
      // The same fault as one that is not finite.
    }
    throw new IllegalArgumentException(Words.of("claim.set.number", id, text));
  }

  /// The seed as it is typed.
  public String seedChange() { return SEED + seed; }

  /// All as it is typed, one after another, as far as it is not what the bench begins with.
  public List<String> changes() {
    List<String> changes = new ArrayList<>();
    controls.forEach((id, control) -> {
      if (control instanceof Control.File) file(id).ifPresent(path -> changes.add(Words.of("claim.set.typed", id, path)));
      else if (!all(id).equals(control.initial())) changes.add(Words.of("claim.set.typed", id, typed(control)));
    });
    return changes;
  }

  private String typed(Control control) {
    return control instanceof Control.Choice choice ? choice.options().get(count(choice.id())) : Typed.of(all(control.id()));
  }

  @Override public boolean equals(Object other) {
    return other instanceof Settings its && its.values.equals(values) && its.files.equals(files) && its.seed == seed
        && its.controls.equals(controls);
  }

  @Override public int hashCode() { return 31 * values.hashCode() + Long.hashCode(seed); }
}
