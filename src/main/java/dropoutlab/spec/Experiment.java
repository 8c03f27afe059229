package dropoutlab.spec;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/// Everything that decides a run: the same experiment gives the same bits. `card` may be null. `startFrom` names a
/// model file that the run begins with: its weights, the rates that it has learnt and its running statistics; null
/// where the first weights are drawn.
@RecordBuilder
public record Experiment(String title, Card card, DataSpec data, NetworkSpec network, OptimiserSpec optimiser,
                         RegulariserSpec regulariser, TrainingSpec training, String startFrom, long seed,
                         List<Intervention> interventions) implements ExperimentBuilder.With {
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
    for (Intervention i : interventions) checkFits(i, network);
    if (network.words().isPresent() && !training.augmentation().equals(AugmentationSpec.OFF))
      throw new IllegalArgumentException("training.augmentation: the inputs are words, of which no other can be made "
          + "by noise, by mixing or by moving; set all of it to 0");
  }

  /// From first weights that are drawn.
  public Experiment(String title, Card card, DataSpec data, NetworkSpec network, OptimiserSpec optimiser,
                    RegulariserSpec regulariser, TrainingSpec training, long seed, List<Intervention> interventions) {
    this(title, card, data, network, optimiser, regulariser, training, null, seed, interventions);
  }

  /// The seed of noise and split: the data's own, or else the experiment's.
  public long dataSeed() {
    return data.seed() == null ? seed : data.seed();
  }

  /// The same settings without what was changed while training: of a run that starts anew.
  public Experiment withoutInterventions() { return withInterventions(List.of()); }

  private static void checkFits(Intervention intervention, NetworkSpec network) {
    switch (intervention) {
      case Intervention.SetDropRates(long step, List<Double> p) -> {
        if (p.size() != network.hidden().size() + 1)
          throw new IllegalArgumentException("interventions: step " + step + " names " + p.size()
              + " drop rates, the network has " + (network.hidden().size() + 1) + " (the input and each hidden layer)");
        if (p.getFirst() > 0 && network.words().isPresent())
          throw new IllegalArgumentException("interventions: step " + step + " drops inputs, but they are words");
      }
      case Intervention.SetPin(long step, int layer, int unit, Pin _) -> {
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
