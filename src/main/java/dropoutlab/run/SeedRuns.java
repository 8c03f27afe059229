package dropoutlab.run;

import dropoutlab.card.Cards;
import dropoutlab.card.place.Pairing;
import dropoutlab.card.place.Placement;
import dropoutlab.card.place.Strength;
import dropoutlab.data.DataSet;
import dropoutlab.frame.Curve;
import dropoutlab.frame.History;
import dropoutlab.frame.Metric;
import dropoutlab.frame.Replicate;
import dropoutlab.frame.Replicates;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Seed;
import dropoutlab.train.Together;
import dropoutlab.train.TrainingSession;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Trains an experiment anew with one seed after the other, to compare its network (A) with the first one beside it (B)
/// and with its p = 0 twin (none). With each seed the data are made or split anew, and all networks learn from the same
/// batches and, where their shapes agree, from the same first weights. The scores are those of the training with that
/// seed, to the bit. Changes made while training are left out, and so are all other networks beside.
///
/// A network that diverges stops alone and counts as not finite. If it is A and there is early stopping, the validation
/// loss of the next network decides when the run ends.
public final class SeedRuns {
  /// The seed with which a comparison begins, if nothing else is said.
  public static final long FIRST = 1;
  public static final int MOST = 1000;
  /// The name of the network that drops nothing and has nothing else.
  private static final String PLAIN = "without-any";

  private final Experiment compared;
  private final Function<Experiment, DataSet> load;
  private final Together together;

  /// @param load loads the data of the experiment with the seed that it then has
  public SeedRuns(Experiment experiment, Function<Experiment, DataSet> load, Together together) {
    compared = compared(experiment);
    this.load = load;
    this.together = together;
  }

  /// Returns the comparison before the first seed, with the names of its networks.
  ///
  /// @throws IllegalArgumentException with a sentence if nothing is held out
  public static Replicates ready(Experiment experiment) {
    if (!experiment.data().holdsOut()) throw new IllegalArgumentException(Words.of("compare.nothing_held_out"));
    Experiment compared = compared(experiment);
    Optional<String> plain = compared.beside(PLAIN).map(Beside::name);
    return new Replicates(Beside.OWN, compared.beside().stream().map(Beside::name).filter(name -> !name.equals(PLAIN)).findFirst(),
        compared.training().twin() ? Optional.of(Beside.TWIN) : plain, List.of());
  }

  /// There is no twin if A or B is the very network that the twin would be. A method that stands beside dropout would be
  /// the twin's too: a network without any takes its part.
  private static Experiment compared(Experiment experiment) {
    List<Beside> others = experiment.beside().stream().limit(1).toList();
    Experiment pair = experiment.withoutInterventions().withBeside(others);
    if (Strength.range(Placement.own(experiment)).isPresent()) return withPlain(pair);
    Beside twin = Beside.of(Beside.TWIN, pair.network().withoutDropout(), pair);
    boolean there = pair.network().equals(twin.network())
        || others.stream().anyMatch(other -> other.withName(Beside.TWIN).equals(twin));
    return pair.withTraining(pair.training().withTwin(!there));
  }

  private static Experiment withPlain(Experiment pair) {
    Beside plain = Placement.put(Cards.named("none"), 0, Pairing.a(pair));
    boolean there = plain.equals(Pairing.a(pair)) || pair.beside().stream().anyMatch(b -> b.withName(plain.name()).equals(plain));
    Experiment alone = pair.withTraining(pair.training().withTwin(false));
    return there ? alone : alone.withBeside(Stream.concat(pair.beside().stream(), Stream.of(plain.withName(PLAIN))).toList());
  }

  /// Trains with the seeds `first`, `first` + 1, ..., and hands over each as soon as it is finished.
  ///
  /// @throws CancellationException    if `watch` has abandoned it; what was handed over stays valid
  /// @throws IllegalArgumentException if nothing is held out, or if the settings do not fit the data
  public void train(long first, int seeds, ProgressMonitor watch, Consumer<Replicate> done) {
    if (seeds < 1 || seeds > MOST) throw new IllegalArgumentException(Words.of("compare.seeds", MOST, seeds));
    Seed.require(Words.of("compare.last"), first + seeds - 1);
    Replicates names = ready(compared);
    for (int i = 0; i < seeds; i++) {
      Experiment experiment = compared.withSeed(first + i);
      ProgressMonitor part = new EnsembleTraining.Part(watch, i / (double) seeds, 1.0 / seeds);
      if (watch.abandoned()) throw new CancellationException();
      TrainingSession session =
          EnsembleTraining.train(TrainingSession.eachAlone(experiment, load.apply(experiment), together), part);
      done.accept(new Replicate(experiment.seed(), names.roles().stream()
          .map(role -> score(session, names.name(role).orElseThrow())).toList()));
    }
  }

  private static Replicate.Score score(TrainingSession session, String network) {
    History history = session.history();
    Curve loss = new Curve(network, Metric.VALIDATION), error = new Curve(network, Metric.VALIDATION_ERROR);
    if (session.failure().isPresent() || Float.isNaN(history.last(loss))) return Replicate.Score.failed(network);
    int kept = history.bestEpoch().isPresent() ? history.lowestRow(loss) : history.size() - 1;
    return new Replicate.Score(network, history.value(loss, kept), history.value(error, kept));
  }
}
