package dropoutlab.spec;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything that decides a run: the same experiment gives the same bits.
///
/// @param card      what a preset tells its reader; may be null
/// @param beside    other networks that learn on the same batches
/// @param startFrom the model file with which the run begins: its weights, its learnt rates and its running statistics;
/// null if the first weights are drawn
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
      throw new IllegalArgumentException("training.earlyStopping: waits for the validation loss, but these data hold "
          + "nothing out; set data.validationShare or training.earlyStopping.patience");
    Check.entries("interventions", interventions);
    interventions = List.copyOf(interventions);
    Check.entries("beside", beside);
    beside = List.copyOf(beside);
    checkBeside(beside, network);
    for (Intervention i : interventions) checkFits(i, networkOf(i, network, beside));
    if (network.words().isPresent() && !training.augmentation().equals(AugmentationSpec.OFF))
      throw new IllegalArgumentException("training.augmentation: the inputs are words, of which no other can be made "
          + "by noise, by mixing or by moving; set all of it to 0");
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

  /// Returns the seed of noise and split: the data's own, or else the experiment's.
  public long dataSeed() {
    return data.seed() == null ? seed : data.seed();
  }

  /// Returns the settings without the changes made while training, for a run that starts anew.
  public Experiment withoutInterventions() { return withInterventions(List.of()); }

  private static void checkBeside(List<Beside> beside, NetworkSpec network) {
    Set<String> keys = new HashSet<>(Set.of(Beside.OWN, Beside.TWIN));
    for (int i = 0; i < beside.size(); i++) {
      Beside each = beside.get(i);
      if (!keys.add(each.key()))
        throw new IllegalArgumentException("beside[" + i + "].name: another network is called \"" + each.name()
            + "\" already");
      if (!each.network().words().map(LayerSpec.Embedding::vocabulary)
          .equals(network.words().map(LayerSpec.Embedding::vocabulary)))
        throw new IllegalArgumentException("beside[" + i + "].network: it must begin with an embedding of as many words "
            + "as the experiment's own network, or with none where that has none, since both read the same data");
    }
  }

  private static NetworkSpec networkOf(Intervention intervention, NetworkSpec own, List<Beside> beside) {
    if (intervention.network() == null) return own;
    return beside.stream().filter(each -> each.name().equals(intervention.network())).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("interventions: step " + intervention.step()
            + " changes the network \"" + intervention.network() + "\", which is not beside")).network();
  }

  private static void checkFits(Intervention intervention, NetworkSpec network) {
    switch (intervention) {
      case Intervention.SetDropRates(long step, List<Double> p, String _) -> {
        int all = network.dropRates().size(), dense = network.denseRates();
        if (p.size() != dense && p.size() != all)
          throw new IllegalArgumentException("interventions: step " + step + " names " + p.size()
              + " drop rates, the network has " + dense + " (the input and each hidden layer)"
              + (all > dense ? ", with those of its body " + all : ""));
        if (p.getFirst() > 0 && network.words().isPresent())
          throw new IllegalArgumentException("interventions: step " + step + " drops inputs, but they are words");
      }
      case Intervention.SetPin(long step, int layer, int unit, Pin _, String _) -> {
        boolean fits = layer == 0 || layer <= network.hidden().size() && unit < network.hidden().get(layer - 1).units();
        if (!fits)
          throw new IllegalArgumentException("interventions: step " + step + " pins unit " + unit + " of layer " + layer
              + ", which the network does not have");
        if (layer == 0 && network.words().isPresent())
          throw new IllegalArgumentException("interventions: step " + step + " pins an input, but they are words");
        if (layer > 0 && network.hidden().get(layer - 1).method().dropsWeights())
          throw new IllegalArgumentException("interventions: step " + step + " pins unit " + unit + " of layer " + layer
              + ", whose method drops weights, not units");
      }
    }
  }
}
