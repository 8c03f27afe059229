package dropoutlab.export.recipe;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Presets;
import dropoutlab.spec.StrictJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An experiment told as a preset with changes, from which the command line makes the very same experiment.
///
/// @param settings as they follow `--set`
/// @param epochs   as they follow `--epochs`
record PresetChanges(String preset, List<String> settings, OptionalInt epochs) {
  /// More than these are better kept in a file.
  private static final int MOST_SETTINGS = 6;
  private static final String TITLE = "title", CARD = "card", TRAINING = "training", EPOCHS = "epochs";

  /// What was asked for last, because one experiment is asked for again and again.
  private static volatile Found last = new Found(null, Optional.empty());

  private record Found(Experiment experiment, Optional<PresetChanges> changes) {}

  /// The fewest changes; empty where no preset is near enough, or hands have changed the run.
  static Optional<PresetChanges> of(Experiment experiment) {
    Found known = last;
    if (experiment.equals(known.experiment)) return known.changes;
    Optional<PresetChanges> changes = find(experiment);
    last = new Found(experiment, changes);
    return changes;
  }

  private static Optional<PresetChanges> find(Experiment experiment) {
    return Presets.names().stream().flatMap(name -> of(name, Presets.load(name), experiment).stream())
        .min(Comparator.comparingInt(changes -> 2 * changes.settings.size() + (changes.epochs.isPresent() ? 1 : 0)));
  }

  private static Optional<PresetChanges> of(String name, Experiment preset, Experiment wanted) {
    if (!preset.interventions().equals(wanted.interventions())) return Optional.empty();
    int epochs = wanted.training().epochs();
    boolean same = epochs == preset.training().epochs();
    List<String> settings = new ArrayList<>();
    if (!differences("", StrictJson.treeOf(preset), StrictJson.treeOf(wanted), settings)) return Optional.empty();
    PresetChanges changes = new PresetChanges(name, List.copyOf(settings), same ? OptionalInt.empty()
        : OptionalInt.of(epochs));
    if (settings.size() > MOST_SETTINGS) return Optional.empty();
    if (changes.gives(preset, wanted)) return Optional.of(changes);
    settings.add(setting(TITLE, StrictJson.treeOf(wanted).get(TITLE)));
    PresetChanges titled = new PresetChanges(name, List.copyOf(settings), changes.epochs);
    return titled.gives(preset, wanted) ? Optional.of(titled) : Optional.empty();
  }

  private boolean gives(Experiment preset, Experiment wanted) {
    try {
      Experiment made = ExperimentJson.with(preset, settings);
      return (epochs.isEmpty() ? made : made.withTraining(made.training().withEpochs(epochs.getAsInt())))
          .equals(wanted);
    } catch (ExperimentException | IllegalArgumentException e) {
      return false;
    }
  }

  /// Collects the settings that lead from one tree to the other, without those that have their own ways.
  ///
  /// @return whether settings can lead there
  private static boolean differences(String path, ObjectNode from, ObjectNode to, List<String> settings) {
    for (String key : from.propertyNames()) if (!to.has(key) && !(path.isEmpty() && key.equals(CARD))) return false;
    for (String key : to.propertyNames()) {
      String at = path.isEmpty() ? key : path + "." + key;
      if (at.equals(TITLE) || at.equals(CARD) || at.equals(TRAINING + "." + EPOCHS)) continue;
      if (!differences(at, from.path(key), to.get(key), settings)) return false;
    }
    return true;
  }

  private static boolean differences(String path, JsonNode from, JsonNode to, List<String> settings) {
    if (from.equals(to)) return true;
    if (settings.size() > MOST_SETTINGS) return false;
    if (from instanceof ObjectNode before && to instanceof ObjectNode after && before.path("type")
        .equals(after.path("type")))
      return differences(path, before, after, settings);
    if (from instanceof ArrayNode before && to instanceof ArrayNode after && before.size() == after.size()) {
      for (int i = 0; i < after.size(); i++) if (!differences(path + "." + i, before.get(i), after.get(i), settings))
          return false;
      return true;
    }
    settings.add(setting(path, to));
    return true;
  }

  /// A word stands there as it is, unless it reads like something else.
  private static String setting(String path, JsonNode value) {
    boolean word = value.isString() && value.stringValue().matches("[A-Za-z].*") && !value.stringValue()
        .matches("true|false|null");
    return path + "=" + (word ? value.stringValue() : value.toString());
  }

  List<String> words() {
    List<String> words = new ArrayList<>(List.of(preset));
    for (String setting : settings) words.addAll(List.of("--set", setting));
    epochs.ifPresent(number -> words.addAll(List.of("--epochs", Integer.toString(number))));
    return words;
  }
}
