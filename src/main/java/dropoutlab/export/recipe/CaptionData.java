package dropoutlab.export.recipe;

import dropoutlab.data.DataSet;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The data of an experiment in words: "two moons, 64 examples, noise 0.33, seed 7".
final class CaptionData {
  private CaptionData() {}

  static String of(Experiment experiment, Optional<DataSet> data) {
    List<String> parts = new ArrayList<>();
    add(parts, experiment.data(), data);
    parts.add(Words.of("recipe.caption.seed", experiment.seed()));
    if (experiment.dataSeed() != experiment.seed()) parts.add(Words.of("recipe.caption.data_seed",
        experiment.dataSeed()));
    return Words.parted(parts);
  }

  private static void add(List<String> parts, DataSpec spec, Optional<DataSet> data) {
    switch (spec) {
      case DataSpec.Generated set -> {
        parts.add(set.set().title());
        parts.add(Words.count("recipe.caption.examples", set.training()));
        if (set.set().isOfSequences()) parts.add(Words.count("recipe.caption.steps", set.length()));
        if (set.noise() > 0) parts.add(Words.of("recipe.caption.noise", Numbers.brief(set.noise())));
      }
      case DataSpec.MaunaLoa co2 -> parts.add(Words.of("recipe.caption.co2", co2.lastTrainingYear()));
      case DataSpec.Csv table -> {
        parts.add(Words.of("recipe.caption.table", table.target(), file(table.path())));
        addCount(parts, data);
      }
      case DataSpec.Idx images -> {
        parts.add(Words.of("recipe.caption.images", file(images.images())));
        addCount(parts, data);
      }
      case DataSpec.Points points -> parts.add(Words.count("recipe.caption.points", points.points().size()));
      case DataSpec.Text text -> {
        parts.add(text.path() == null ? Words.of("recipe.caption.text") : Words.of("recipe.caption.text.file",
            file(text.path())));
        parts.add(Words.count("recipe.caption.window", text.window()));
        addCount(parts, data);
      }
      case DataSpec.Autoencoder auto -> {
        add(parts, auto.of(), data);
        parts.add(Words.of("autoencoder.caption"));
      }
    }
  }

  private static void addCount(List<String> parts, Optional<DataSet> data) {
    data.ifPresent(set -> parts.add(Words.count("recipe.caption.examples", set.train().size())));
  }

  /// Without its folders, which say nothing elsewhere.
  private static String file(String path) {
    Path name = Path.of(path).getFileName();
    return name == null ? path : name.toString();
  }
}
