package dropoutlab.export.recipe;

import dropoutlab.data.DataSet;
import dropoutlab.export.StartedData;
import dropoutlab.figure.catalogue.Asked;
import dropoutlab.figure.catalogue.Drawing;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.catalogue.Source;
import dropoutlab.figure.plot.Figure;
import dropoutlab.frame.Answer;
import dropoutlab.frame.Ensemble;
import dropoutlab.frame.Evidence;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Query;
import dropoutlab.frame.Replicates;
import dropoutlab.frame.RunState;
import dropoutlab.frame.Sampling;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.predict.query.Effort;
import dropoutlab.predict.query.Queries;
import dropoutlab.run.CriticsBench;
import dropoutlab.run.EnsembleTraining;
import dropoutlab.run.SecondCore;
import dropoutlab.run.SeedRuns;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.Suggestion;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/// Draws the figures of a run: asks what each needs, and hands it what was found.
final class Painter {
  private static final int CELLS = 120;

  private final FigureOptions options;
  private final DataSet data;
  private final Path base;
  private final ProgressMonitor watch;
  private Frame ensembleOf;
  private Optional<Ensemble> ensemble = Optional.empty();

  /// @param base the folder from which the paths of data start, for figures that train with other seeds
  Painter(FigureOptions options, DataSet data, Path base, ProgressMonitor watch) {
    this.options = options;
    this.data = data;
    this.base = base;
    this.watch = watch;
  }

  /// Says why a figure does not fit, before anything is trained.
  void require(FigureKind kind, Frame frame) {
    kind.misfit(frame, data).ifPresent(sentence -> { throw new ExperimentException(sentence); });
  }

  Figure draw(FigureKind kind, Frame frame) {
    require(kind, frame);
    Drawing on = Drawing.print(data, frame.experiment(), options.example() - 1)
        .with(d -> d.probe(options.probe()).log(options.log()));
    return switch (kind.source()) {
      case Source.OfFrame(var draw) -> draw.apply(frame, on);
      case Source.OfExample(var draw) -> draw.apply(data, options.example() - 1);
      case Source.OfAnswer _ -> answered(kind, frame, on);
      case Source.OfMethods(var draw) -> draw.of(frame, answer(frame, new Query.OfMethods(options.example() - 1))
          .map(Answer::result).map(Evidence.class::cast), on);
      case Source.OfCritique(var draw) -> draw.apply(refusing(() -> CriticsBench.measure(new CriticsBench.Request(
          CriticsBench.Request.standard().p(), CriticsBench.Request.standard().passes(), frame.experiment().seed()),
          watch)));
      case Source.OfSeeds(var draw) -> draw.apply(seeds(frame.experiment()), on);
    };
  }

  private Figure answered(FigureKind kind, Frame frame, Drawing on) {
    // Exact Bayes stands among the scores, and not over the band.
    Asked asked = Asked.of(data, new Sampling(options.passes(), true, OptionalDouble.empty()), CELLS,
        options.example() - 1)
        .with(a -> a.bayes(a.bayes() && kind != FigureKind.MC_BAND && kind != FigureKind.MC).probe(options.probe())
            .ensemble(ensemble(frame)));
    return answer(frame, kind.query(asked)).flatMap(answer -> kind.of(answer.result(), on))
        .orElseThrow(() -> new ExperimentException(Words.of("catalogue.misfit", kind.id(), kind.description())));
  }

  private Optional<Answer> answer(Frame frame, Query query) {
    Optional<Answer> answer = refusing(() -> Queries.answer(frame, data, query, Effort.FULL, watch));
    if (answer.isEmpty() && watch.abandoned()) throw new CancellationException();
    return answer;
  }

  private Optional<Ensemble> ensemble(Frame frame) {
    if (options.ensemble() == 0) return Optional.empty();
    if (ensembleOf != frame) {
      ensemble = Optional.of(refusing(() ->
          EnsembleTraining.train(EnsembleTraining.asFarAs(frame), data, options.ensemble(), watch)));
      ensembleOf = frame;
    }
    return ensemble;
  }

  private Replicates seeds(Experiment experiment) {
    try (SecondCore core = new SecondCore()) {
      return refusing(() -> {
        Replicates[] all = {SeedRuns.ready(experiment)};
        new SeedRuns(experiment, seeded -> StartedData.load(seeded, base), core).train(SeedRuns.FIRST, options.seeds(),
            watch,
            next -> all[0] = all[0].with(next));
        return all[0];
      });
    }
  }

  /// What a computation refuses is a sentence for who asked.
  private static <T> T refusing(Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(e.getMessage(), e);
    }
  }

  /// The frame seen from the network that is asked for.
  Frame seen(Frame frame) {
    String network = options.network();
    if (network.equals(Beside.OWN)) return frame;
    if (frame.beside().isEmpty()) throw new ExperimentException(Words.of("beside.none", network));
    if (!frame.beside().contains(network))
      throw new ExperimentException(Words.of("beside.option", network) + Suggestion.among(network, frame.beside()));
    Frame seen = frame.seenFrom(network);
    if (seen.state() instanceof RunState.Failed why) throw new ExperimentException(why.sentences());
    return seen;
  }
}
