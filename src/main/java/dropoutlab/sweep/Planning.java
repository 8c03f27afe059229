package dropoutlab.sweep;

import dropoutlab.export.Drafts;
import dropoutlab.export.StartedData;
import dropoutlab.export.store.DataFiles;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.sweep.RunId;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.spec.sweep.SweepJson;
import dropoutlab.sweep.folder.FolderException;
import dropoutlab.sweep.folder.Layout;
import dropoutlab.sweep.folder.PlanFile;
import dropoutlab.sweep.folder.PlanRows;
import dropoutlab.sweep.work.DataCache;
import dropoutlab.sweep.work.EngineVersion;
import dropoutlab.train.Misfits;
import dropoutlab.words.Words;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// Begins a sweep in a folder, and plans more seeds for it later.
final class Planning {
  /// More points than these are not tried on their data before the start.
  private static final int MOST_TRIED = 1000;

  private Planning() {}

  static SweepFolder create(Path folder, Sweep asked) throws IOException {
    Sweep sweep = atHome(asked).withEngine(EngineVersion.current());
    requireFits(sweep);
    if (Files.exists(folder)) requireEmpty(folder);
    Files.createDirectories(folder);
    Layout layout = new Layout(folder);
    write(layout, sweep);
    return new SweepFolder(layout, sweep);
  }

  /// A sweep may go on in another working directory: its files are named in full.
  private static Sweep atHome(Sweep sweep) {
    Experiment of = sweep.experiment();
    String start = of.startFrom();
    return sweep.withExperiment(of.withData(of.data().withFiles(Planning::full))
        .withStartFrom(start == null ? null : full(start)));
  }

  private static String full(String path) { return Path.of(path).toAbsolutePath().normalize().toString(); }

  private static void requireEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) throw new FolderException(Words.of("sweeprun.create.no_folder", folder));
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) throw new FolderException(Words.of("sweeprun.create.not_empty", folder));
    }
  }

  private static void requireFits(Sweep sweep) {
    DataCache data = new DataCache();
    PlanRows.different(sweep, MOST_TRIED).entrySet().forEach(each -> {
      try {
        Misfits.require(each.getKey(), data.load(each.getKey()));
      } catch (IllegalArgumentException e) {
        String at = String.join(", ", sweep.at(each.getValue()).stream().map(point -> point.label()).toList());
        throw new ExperimentException(Words.of("sweeprun.create.misfit", at, e.getMessage()), e);
      }
    });
  }

  /// The plan comes first: a folder is a sweep as soon as `sweep.json` is there.
  private static void write(Layout layout, Sweep sweep) throws IOException {
    try (Drafts drafts = new Drafts()) {
      Writer plan = drafts.open(layout.plan());
      PlanFile.head(plan);
      new PlanRows(sweep, ids(sweep)).each(row -> PlanFile.write(row, plan));
      drafts.add(layout.sweep(), SweepJson.write(sweep));
      drafts.commit();
    }
  }

  private static BiFunction<Experiment, Long, Long> ids(Sweep sweep) {
    Map<List<Object>, String> fingerprints = new HashMap<>();
    return (experiment, seed) -> {
      List<Object> files = new ArrayList<>();
      files.add(experiment.data());
      files.add(experiment.startFrom());
      String data = fingerprints.computeIfAbsent(files, _ -> DataFiles.fingerprint(experiment));
      return RunId.of(experiment.withSeed(seed), data, sweep.engine()).bits();
    };
  }

  static SweepFolder withSeeds(SweepFolder folder, SeedRange more) throws IOException {
    Sweep sweep = folder.sweep();
    SeedRange now = sweep.seeds();
    if (more.first() > now.first() || more.last() < now.last() || overlap(sweep, more))
      throw new FolderException(Words.of("sweeprun.seeds.fewer", now.first(), now.last()));
    return planned(folder, sweep.withSeeds(more));
  }

  private static boolean overlap(Sweep sweep, SeedRange seeds) {
    return sweep.confirmations().stream().anyMatch(each -> overlap(each.seeds(), seeds));
  }

  private static boolean overlap(SeedRange a, SeedRange b) { return a.first() <= b.last() && b.first() <= a.last(); }

  static SweepFolder confirming(SweepFolder folder, int point, SeedRange seeds) throws IOException {
    Sweep sweep = folder.sweep();
    boolean again = sweep.confirmations().stream()
        .anyMatch(each -> each.point() == point && overlap(each.seeds(), seeds));
    if (again || overlap(sweep.seeds(), seeds))
      throw new FolderException(Words.of("sweeprun.seeds.known", seeds.first(), seeds.last()));
    List<Sweep.Confirmation> all = new ArrayList<>(sweep.confirmations());
    all.add(new Sweep.Confirmation(point, seeds));
    return planned(folder, sweep.withConfirmations(all));
  }

  private static SweepFolder planned(SweepFolder folder, Sweep sweep) throws IOException {
    if (folder.refusal().isPresent()) throw new FolderException(folder.refusal().get());
    write(folder.layout(), sweep);
    return new SweepFolder(folder.layout(), sweep);
  }
}
