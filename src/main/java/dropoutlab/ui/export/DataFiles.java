package dropoutlab.ui.export;

import dropoutlab.export.ExperimentFile;
import dropoutlab.export.HistoryFile;
import dropoutlab.export.Model;
import dropoutlab.export.ModelFile;
import dropoutlab.frame.Frame;
import dropoutlab.spec.Beside;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What can be taken away of a run beside its pictures: the experiment, the history and the models, as they stood when
/// the
/// sheet opened. After going back in time the model is that of the past.
public final class DataFiles {
  private DataFiles() {}

  /// The names of the files.
  static List<String> names(Taken taken) {
    List<String> names = new ArrayList<>();
    if (taken.frame().isEmpty() || taken.isOfBenches()) return names;
    names.addAll(List.of(ExperimentFile.NAME, HistoryFile.NAME, ModelFile.NAME));
    for (String beside : taken.frame().get().beside()) names.add(ModelFile.named(beside));
    return names;
  }

  /// What a file is, for people.
  static String title(String name, Taken taken) {
    return switch (name) {
      case ExperimentFile.NAME -> Words.of("sheet.data.experiment");
      case HistoryFile.NAME -> Words.of("sheet.data.history");
      case ModelFile.NAME -> Words.of("sheet.data.model");
      default -> Words.of("sheet.data.model_of", beside(name, taken));
    };
  }

  static String id(String name, Taken taken) {
    return Map.of(ExperimentFile.NAME, "exportExperiment", HistoryFile.NAME, "exportHistory", ModelFile.NAME,
        "exportModel")
        .getOrDefault(name, "exportModel-" + Beside.key(name.endsWith(".json") ? beside(name, taken) : name));
  }

  private static String beside(String name, Taken taken) {
    return taken.frame().orElseThrow().beside().stream().filter(each -> ModelFile.named(each).equals(name)).findFirst()
        .orElse(name);
  }

  static String text(String name, Taken taken) {
    Frame frame = taken.frame().orElseThrow();
    return switch (name) {
      case ExperimentFile.NAME -> ExperimentFile.text(frame.experiment());
      case HistoryFile.NAME -> HistoryFile.text(frame.history(), frame.hasTwin());
      case ModelFile.NAME -> model(frame, taken);
      default -> model(frame.seenFrom(beside(name, taken)), taken);
    };
  }

  private static String model(Frame frame, Taken taken) {
    return ModelFile.text(Model.of(frame, taken.data()) .sound());
  }
}
