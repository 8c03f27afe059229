package dropoutlab.export.recipe;

import dropoutlab.data.DataSet;
import dropoutlab.export.recipe.Subject.Moment;
import dropoutlab.frame.Phase;
import dropoutlab.spec.Experiment;
import dropoutlab.words.Numbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The command that draws a recipe again into the same files, with as few options as say it.
///
/// @param words      the command and its arguments, not quoted; empty where no command can draw it
/// @param experiment the name of the file that the experiment must be saved in first, for the command to read it; empty
///                   where a preset and its changes say it all
public record RenderLine(List<String> words, Optional<String> experiment) {
  private static final String PLAIN = "[A-Za-z0-9_./:=,@%+-]+";
  private static final int ONE_LINE = 72;
  private static final String JSON = ".json";

  public RenderLine { words = List.copyOf(words); }

  /// @param data of the run, from which it is known when it ends; empty where they cannot be read
  /// @param out  the files that are written
  public static RenderLine of(Recipe recipe, Optional<DataSet> data, List<Path> out) {
    List<String> words = new ArrayList<>(List.of("dropout-lab", "render"));
    Optional<String> file = Optional.empty();
    switch (recipe.subject()) {
      case Subject.OfWindow _ -> { return new RenderLine(List.of(), Optional.empty()); }
      case Subject.OfBench(String bench, List<String> changes) -> {
        add(words, "--figure", bench);
        for (String change : changes) add(words, "--set", change);
      }
      case Subject.OfSweep sweep -> {
        words.set(1, "sweep");
        words.addAll(List.of("render", sweep.folder()));
        add(words, "--figure", sweep.figure());
        add(words, "--measure", sweep.measure());
      }
      case Subject.OfRun run -> {
        Optional<PresetChanges> preset = PresetChanges.of(run.experiment());
        if (preset.isEmpty()) file = Optional.of(jsonName(out, run.figure()));
        words.addAll(preset.map(PresetChanges::words).orElse(List.of()));
        file.ifPresent(words::add);
        addRun(words, run, data);
      }
    }
    words.addAll(PageWords.of(recipe.page()));
    if (recipe.caption()) words.add("--caption");
    recipe.animation().ifPresent(film -> addFilm(words, film));
    for (Path each : out) add(words, "--out", each.toString());
    return new RenderLine(words, file);
  }

  private static void addRun(List<String> words, Subject.OfRun run, Optional<DataSet> data) {
    add(words, "--figure", run.figure());
    for (Map.Entry<String, String> option : run.options().entrySet()) {
      words.add("--" + option.getKey());
      if (!option.getKey().equals(FigureOptions.LOG)) words.add(option.getValue());
    }
    Moment moment = run.moment();
    if (!isEnd(moment, run.experiment(), data)) add(words, "--step", moment.phase() == Phase.UPDATE
        ? Long.toString(moment.step())
        : moment.step() + ":" + moment.phase().name().toLowerCase(Locale.ROOT));
    moment.past().ifPresent(epoch -> add(words, "--past", Integer.toString(epoch)));
  }

  private static boolean isEnd(Moment moment, Experiment experiment, Optional<DataSet> data) {
    return moment.phase() == Phase.UPDATE && !experiment.training().earlyStopping().on()
        && data.filter(of -> moment.step() == experiment.training().epochs() * Films.batches(experiment, of))
        .isPresent();
  }

  private static void addFilm(List<String> words, Animation film) {
    String every = film.every() == 1 ? "" : ":" + Numbers.typed(film.every());
    add(words, "--animate", film.over().name().toLowerCase(Locale.ROOT) + "=" + Numbers.typed(film.from()) + ".."
        + Numbers.typed(film.to()) + every);
    if (film.perSecond() != Animation.USUAL_RATE) add(words, "--fps", Numbers.typed(film.perSecond()));
    if (film.lastSeconds() != Animation.USUAL_LAST) add(words, "--last", Numbers.typed(film.lastSeconds()));
    if (!film.loop()) words.add("--once");
  }

  private static void add(List<String> words, String option, String value) {
    words.add(option);
    words.add(value);
  }

  /// Beside the first file, under its name.
  private static String jsonName(List<Path> out, String figure) {
    if (out.isEmpty()) return figure + JSON;
    Path first = out.getFirst();
    String name = first.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    return first.resolveSibling((name.isEmpty() ? figure : name) + JSON).toString();
  }

  /// The arguments behind the name of the program.
  public List<String> arguments() { return words.isEmpty() ? words : words.subList(1, words.size()); }

  /// The command as it is typed into a shell; a long one on two lines.
  public String text() {
    List<String> quoted = words.stream().map(RenderLine::quoted).toList();
    String whole = String.join(" ", quoted);
    if (whole.length() <= ONE_LINE) return whole;
    int best = 0, at = 0;
    for (int i = 0; i < quoted.size(); i++) {
      boolean option = i > 2 && words.get(i).startsWith("--");
      if (option && Math.abs(2 * at - whole.length()) < Math.abs(2 * best - whole.length())) best = at;
      at += quoted.get(i).length() + 1;
    }
    return best == 0 ? whole : whole.substring(0, best) + "\\\n  " + whole.substring(best);
  }

  private static String quoted(String word) {
    return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  @Override public String toString() { return words.stream().map(RenderLine::quoted).collect(Collectors.joining(" ")); }
}
