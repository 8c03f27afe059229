package dropoutlab.export.recipe;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Sampling;
import dropoutlab.run.SeedRuns;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Suggestion;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a figure of a run is asked for and drawn with, as the command line names it.
///
/// @param passes   T of MC dropout
/// @param example  which of the examples that are shown, from 1
/// @param network  the name of the network that the figure is of
/// @param seeds    how many seeds the figure "seeds" trains; as part of a workspace it is drawn only where they are
///                 asked for
/// @param log      whether the loss axis is logarithmic
/// @param probe    a place in the user's units: x, or x and y
/// @param ensemble how many members the ensemble has that MC dropout is compared with; 0 for none
public record FigureOptions(int passes, int example, String network, int seeds, boolean log,
    Optional<List<Double>> probe,
                            int ensemble) {
  public static final int PASSES = 100, SEEDS = 10, MOST_MEMBERS = 100;
  static final String LOG = "log";
  private static final String PASSES_KEY = "passes", EXAMPLE = "example", NETWORK = "network", SEEDS_KEY = "seeds",
      PROBE = "probe", ENSEMBLE = "ensemble";
  private static final List<String> KEYS = List.of(PASSES_KEY, EXAMPLE, NETWORK, SEEDS_KEY, LOG, PROBE, ENSEMBLE);

  public FigureOptions {
    if (passes < 1 || passes > Sampling.MOST_PASSES)
      throw new IllegalArgumentException(Words.of("recipe.option.passes", Sampling.MOST_PASSES, passes));
    if (example < 1) throw new IllegalArgumentException(Words.of("recipe.option.first", example));
    if (seeds < 1 || seeds > SeedRuns.MOST) throw new IllegalArgumentException(Words.of("recipe.option.seeds",
        SeedRuns.MOST, seeds));
    if (ensemble < 0 || ensemble > MOST_MEMBERS)
      throw new IllegalArgumentException(Words.of("recipe.option.ensemble", MOST_MEMBERS, ensemble));
    probe = probe.map(List::copyOf);
  }

  /// Reads options as they are typed; those that are missing have their defaults.
  ///
  /// @throws IllegalArgumentException with a sentence
  public static FigureOptions of(Map<String, String> typed) {
    for (String key : typed.keySet())
      if (!KEYS.contains(key))
        throw new IllegalArgumentException(Words.of("recipe.option.unknown", key, Suggestion.among(key, KEYS)));
    return new FigureOptions(whole(typed, PASSES_KEY, PASSES), whole(typed, EXAMPLE, 1), typed.getOrDefault(NETWORK,
        Beside.OWN),
        whole(typed, SEEDS_KEY, SEEDS), flag(typed), Optional.ofNullable(typed.get(PROBE)).map(FigureOptions::place),
        whole(typed, ENSEMBLE, 0));
  }

  /// As they are typed, without those at their defaults.
  public Map<String, String> typed() {
    Map<String, String> typed = new LinkedHashMap<>();
    if (passes != PASSES) typed.put(PASSES_KEY, Integer.toString(passes));
    if (example != 1) typed.put(EXAMPLE, Integer.toString(example));
    if (!network.equals(Beside.OWN)) typed.put(NETWORK, network);
    if (seeds != SEEDS) typed.put(SEEDS_KEY, Integer.toString(seeds));
    if (log) typed.put(LOG, Boolean.toString(true));
    probe.ifPresent(at -> typed.put(PROBE, String.join(",", at.stream().map(Numbers::typed).toList())));
    if (ensemble != 0) typed.put(ENSEMBLE, Integer.toString(ensemble));
    return typed;
  }

  /// What can be said before a long training.
  ///
  /// @throws IllegalArgumentException with a sentence
  void require(DataSet data) {
    int shown = data.shown().size(), inputs = data.schema().inputs().size();
    if (example > shown) throw new IllegalArgumentException(Words.of("recipe.option.example", data.shownAs(), shown,
        example));
    if (probe.isPresent() && (inputs > 2 || probe.get().size() != inputs))
      throw new IllegalArgumentException(inputs > 2 ? Words.of("recipe.option.no_place")
          : Words.count("recipe.option.place", inputs));
  }

  private static int whole(Map<String, String> typed, String key, int standard) {
    String text = typed.get(key);
    if (text == null) return standard;
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(Words.of("recipe.option.whole", key, text), e);
    }
  }

  private static boolean flag(Map<String, String> typed) {
    String text = typed.getOrDefault(LOG, Boolean.toString(false));
    if (!text.equals(Boolean.toString(true)) && !text.equals(Boolean.toString(false)))
      throw new IllegalArgumentException(Words.of("recipe.option.flag", LOG, text));
    return Boolean.parseBoolean(text);
  }

  /// Reads a place as it is typed: `0.5` or `0.5,-1`.
  private static List<Double> place(String text) {
    List<Double> place = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      try {
        double value = Double.parseDouble(part.strip());
        if (!Double.isFinite(value)) throw new NumberFormatException(part);
        place.add(value);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(Words.of("recipe.option.probe", text), e);
      }
    }
    if (place.size() > 2) throw new IllegalArgumentException(Words.of("recipe.option.probe", text));
    return place;
  }
}
