package dropoutlab.spec;

import dropoutlab.words.Words;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything that decides a run: the same experiment gives the same bits.
///
/// @param card      what a preset tells its reader; may be null
/// @param beside    other networks that learn on the same batches
/// @param startFrom the model file with which the run begins: its weights, its learnt rates and its running statistics;
///                  null if the first weights are drawn
@RecordBuilder
public record Experiment(String title, Card card, DataSpec data, NetworkSpec network, OptimiserSpec optimiser,
                         RegulariserSpec regulariser, TrainingSpec training, List<Beside> beside, String startFrom,
                         long seed, List<Intervention> interventions) implements ExperimentBuilder.With {
  public Experiment {
    Check.present("title", title);
    Check.present("data", data);
    Check.present("network", network);
    Check.present("optimiser", optimiser);
    Check.present("regulariser", regulariser);
    Check.present("training", training);
    Seed.require("seed", seed);
    if (data.seed() != null) Seed.require("data.seed", data.seed());
    if (training.earlyStopping().on() && !data.holdsOut())
      throw new IllegalArgumentException(Words.of("spec.experiment.nothing_held_out"));
    Check.entries("interventions", interventions);
    interventions = List.copyOf(interventions);
    Check.entries("beside", beside);
    beside = List.copyOf(beside);
    checkBeside(beside, network);
    for (Intervention i : interventions) checkFits(i, networkOf(i, network, beside));
    if (network.words().isPresent() && data instanceof DataSpec.Autoencoder)
      throw new IllegalArgumentException(Words.of("autoencoder.words"));
    if (network.words().isPresent() && !training.augmentation().equals(AugmentationSpec.OFF))
      throw new IllegalArgumentException(Words.of("spec.experiment.augmented_words"));
  }

  /// Makes an experiment without networks beside, whose first weights are drawn.
  public Experiment(String title, Card card, DataSpec data, NetworkSpec network, OptimiserSpec optimiser,
                    RegulariserSpec regulariser, TrainingSpec training, long seed, List<Intervention> interventions) {
    this(title, card, data, network, optimiser, regulariser, training, List.of(), null, seed, interventions);
  }

  /// Returns the network beside that has this name.
  public Optional<Beside> beside(String name) {
    return beside.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /// Returns all networks that learn side by side: the experiment's own, its p = 0 twin if there is one, and those
  /// beside.
  public List<Beside> sideBySide() {
    List<Beside> all = new ArrayList<>();
    all.add(Beside.of(Beside.OWN, network, this));
    if (training.twin()) all.add(Beside.of(Beside.TWIN, network.withoutDropout(), this));
    all.addAll(beside);
    return all;
  }

  /// Returns the experiment with the network of that name as its own and none beside. The twin stays if the twin of
  /// that network would be the same. A training of it draws other masks than the network did here, because random
  /// streams follow from the place in the list.
  ///
  /// @throws IllegalArgumentException if no network of that name learns here
  public Experiment seenFrom(String name) {
    Beside seen = named(name);
    boolean own = name.equals(Beside.OWN), twin = training.twin() && (own || hasSameTwin(seen));
    List<Intervention> its =
        interventions.stream().filter(each -> each.of().equals(name)).map(Intervention::ofOwn).toList();
    return with(e -> e.title(own ? title : Words.of("beside.title", title, name)).network(seen.network())
        .optimiser(seen.optimiser()).regulariser(seen.regulariser()).beside(List.of()).interventions(its)
        .training(training.with(t -> t.augmentation(seen.augmentation()).twin(twin))));
  }

  private Beside named(String name) {
    List<Beside> all = sideBySide();
    return all.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow(() ->
        new IllegalArgumentException(Words.of("beside.unknown", name)
            + Suggestion.among(name, all.stream().map(Beside::name).toList())));
  }

  private boolean hasSameTwin(Beside other) {
    return !other.name().equals(Beside.TWIN)
        && Beside.of(Beside.TWIN, network.withoutDropout(), this).equals(other.with(b -> b.name(Beside.TWIN)
            .network(other.network().withoutDropout())));
  }

  /// Returns the seed of noise and split: the data's own, or else the experiment's.
  public long dataSeed() {
    return data.seed() == null ? seed : data.seed();
  }

  /// Returns the settings in force after step `step`: the rates that were changed by then are those of the networks,
  /// and only later changes are planned. Pins are no settings: they end with the run.
  public Experiment settingsAfter(long step) {
    Experiment now = withInterventions(interventions.stream().filter(each -> each.step() > step).toList());
    List<Intervention> made = new ArrayList<>(interventions);
    made.removeAll(now.interventions);
    made.sort(Comparator.comparingLong(Intervention::step));
    for (Intervention each : made) if (each instanceof Intervention.SetDropRates rates) now = now.with(rates);
    return now;
  }

  private Experiment with(Intervention.SetDropRates change) {
    if (change.network() == null) return withNetwork(network.withDropRates(change.p()));
    return withBeside(beside.stream().map(each -> !each.name().equals(change.network()) ? each
        : each.withNetwork(each.network().withDropRates(change.p()))).toList());
  }

  /// Returns the settings without the changes made while training, for a run that starts anew.
  public Experiment withoutInterventions() { return withInterventions(List.of()); }

  private static void checkBeside(List<Beside> beside, NetworkSpec network) {
    Set<String> keys = new HashSet<>(Set.of(Beside.OWN, Beside.TWIN));
    for (int i = 0; i < beside.size(); i++) {
      Beside each = beside.get(i);
      if (!keys.add(each.key()))
        throw new IllegalArgumentException(Words.of("spec.beside.named_twice", i, each.name()));
      if (!each.network().words().map(LayerSpec.Embedding::vocabulary)
          .equals(network.words().map(LayerSpec.Embedding::vocabulary)))
        throw new IllegalArgumentException(Words.of("spec.beside.words", i));
    }
  }

  private static NetworkSpec networkOf(Intervention intervention, NetworkSpec own, List<Beside> beside) {
    if (intervention.network() == null) return own;
    return beside.stream().filter(each -> each.name().equals(intervention.network())).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(Words.of("spec.intervention.network", intervention.step(),
            intervention.network()))).network();
  }

  private static void checkFits(Intervention intervention, NetworkSpec network) {
    switch (intervention) {
      case Intervention.SetDropRates(long step, List<Double> p, String _) -> {
        int all = network.dropRates().size(), dense = network.denseRates();
        if (p.size() != dense && p.size() != all)
          throw new IllegalArgumentException(all > dense
              ? Words.of("spec.intervention.rates_of_body", step, p.size(), dense, all)
              : Words.of("spec.intervention.rates", step, p.size(), dense));
        if (p.getFirst() > 0 && network.words().isPresent())
          throw new IllegalArgumentException(Words.of("spec.intervention.input_words", step));
      }
      case Intervention.SetPin(long step, int layer, int unit, Pin _, String _) -> {
        boolean fits = layer == 0 || layer <= network.hidden().size() && unit < network.hidden().get(layer - 1).units();
        if (!fits)
          throw new IllegalArgumentException(Words.of("spec.intervention.no_unit", step, unit, layer));
        if (layer == 0 && network.words().isPresent())
          throw new IllegalArgumentException(Words.of("spec.intervention.pinned_word", step));
        if (layer > 0 && network.hidden().get(layer - 1).method().dropsWeights())
          throw new IllegalArgumentException(Words.of("spec.intervention.drops_weights", step, unit, layer));
      }
    }
  }
}
