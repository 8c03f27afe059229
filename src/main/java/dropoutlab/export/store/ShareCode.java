package dropoutlab.export.store;

import dropoutlab.spec.Differences;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Presets;
import dropoutlab.words.Words;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A text that fits a slide and gives back an experiment: the preset with which it begins, and what was changed in it,
/// the seed included. It is a sign for the form, three for the preset, three for how the preset was, the changes as
/// [PackedText], and five by which mistakes in copying are noticed; without changes, twelve signs.
///
/// Presets are told apart by their names, so that a code outlives new presets; if its own preset has changed since,
/// that is said.
public final class ShareCode {
  /// Longer ones nobody copies.
  public static final int MOST_SIGNS = 200;
  private static final int MOST_TYPED = 4 * MOST_SIGNS;
  private static final int FORM = 1, NAME = 3, PRESET = 3, CHECK = 5, HEAD = FORM + NAME + PRESET;
  /// The forms: a preset, a preset with changes, and a preset whose title tells of changes and whose card is gone, with
  /// changes; all from `D` on. The forms after them belong to newer versions.
  private static final int FIRST = 13, PLAIN = FIRST, CHANGED = FIRST + 1, RETITLED = FIRST + 2;

  private ShareCode() {}

  /// What was read.
  ///
  /// @param preset with which it begins
  /// @param word   a sentence if that preset is not as it was; empty if the experiment is exactly the one shared
  public record Read(Experiment experiment, String preset, Optional<String> word) {}

  private record Known(Experiment experiment, long name, long fingerprint) {
    static Known of(String name) {
      Experiment preset = Presets.load(name);
      return new Known(preset, hashed(name, NAME),
          hashed(ExperimentJson.write(preset.with(e -> e.card(null).title(name))), PRESET));
    }

    /// The experiment to which changes of that form belong.
    Experiment base(int form) {
      return form != RETITLED ? experiment
          : experiment.with(e -> e.card(null).title(ExperimentJson.changed(experiment.title())));
    }
  }

  private static final class All {
    static final Map<String, Known> PRESETS = new LinkedHashMap<>();

    static {
      for (String name : Presets.names()) PRESETS.put(name, Known.of(name));
    }
  }

  /// Returns the first bits of a hash as a number of so many signs.
  private static long hashed(String text, int signs) {
    return ByteBuffer.wrap(Checksum.raw(text)).getLong() >>> Long.SIZE - Signs.BITS * signs;
  }

  /// Returns the shortest code of an experiment. Throws an [ExperimentException] with one sentence that offers the
  /// experiment's file instead if it cannot be told in so few signs.
  public static String of(Experiment experiment) {
    DataFiles.paths(experiment).stream().findFirst().ifPresent(file -> {
      throw new ExperimentException(Words.of("store.code.files", file));
    });
    return All.PRESETS.values().stream().flatMap(preset -> codes(preset, experiment))
        .filter(code -> code.length() <= MOST_SIGNS).min(Comparator.comparingInt(String::length))
        .orElseThrow(() -> new ExperimentException(Words.of("store.code.long")));
  }

  private static Stream<String> codes(Known preset, Experiment experiment) {
    if (preset.experiment.equals(experiment)) return Stream.of(code(PLAIN, preset, ""));
    return Stream.of(CHANGED, RETITLED).flatMap(form -> {
      Experiment base = preset.base(form);
      List<String> changes = Differences.between(base, experiment);
      if (!experiment.equals(applied(base, changes).orElse(null))) return Stream.empty();
      return Stream.of(code(form, preset, Signs.of(PackedText.of(String.join("\n", changes)))));
    });
  }

  private static Optional<Experiment> applied(Experiment base, List<String> changes) {
    try {
      return Optional.of(Differences.applied(base, changes, ""));
    } catch (ExperimentException e) {
      return Optional.empty();
    }
  }

  private static String code(int form, Known preset, String changes) {
    String signs = Signs.of(form, FORM) + Signs.of(preset.name, NAME) + Signs.of(preset.fingerprint, PRESET) + changes;
    return Signs.grouped(signs + check(signs));
  }

  /// Returns the last signs, which follow from those before.
  static String check(String signs) { return Signs.of(hashed(signs, CHECK), CHECK); }

  /// Reads a code as it was typed or pasted. Throws an [ExperimentException] with one sentence if it is none.
  public static Read read(String typed) {
    if (typed.length() > MOST_TYPED) throw new ExperimentException(Words.of("store.code.none"));
    String signs = Signs.read(typed);
    int end = signs.length() - CHECK;
    if (end < HEAD) throw new ExperimentException(Words.of("store.code.none"));
    if (!check(signs.substring(0, end)).equals(signs.substring(end)))
      throw new ExperimentException(Words.of("store.code.mistyped"));
    int form = (int) Signs.bits(signs.substring(0, FORM));
    if (form < FIRST || form > RETITLED) throw new ExperimentException(Words.of("store.code.newer"));
    long name = Signs.bits(signs.substring(FORM, FORM + NAME));
    var preset = All.PRESETS.entrySet().stream().filter(each -> each.getValue().name == name).findFirst()
        .orElseThrow(() -> new ExperimentException(Words.of("store.code.unknown_preset")));
    boolean same = preset.getValue().fingerprint == Signs.bits(signs.substring(FORM + NAME, HEAD));
    return new Read(experiment(form, preset.getValue(), signs.substring(HEAD, end), same), preset.getKey(),
        same ? Optional.empty() : Optional.of(Words.of("store.code.preset_changed", preset.getKey())));
  }

  private static Experiment experiment(int form, Known preset, String changes, boolean same) {
    if (form == PLAIN) {
      if (changes.isEmpty()) return preset.experiment;
      throw new ExperimentException(Words.of("store.code.damaged"));
    }
    List<String> lines = PackedText.read(Signs.bytes(changes)).lines().toList();
    try {
      Experiment read = Differences.applied(preset.base(form), lines, "");
      if (DataFiles.paths(read).isEmpty()) return read;
    } catch (ExperimentException e) {
      if (!same) throw new ExperimentException(Words.of("store.code.misfit", preset.experiment.title()), e);
    }
    throw new ExperimentException(Words.of("store.code.damaged"));
  }
}
