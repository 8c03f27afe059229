package dropoutlab.train;

import dropoutlab.frame.Frame;
import dropoutlab.frame.History;
import dropoutlab.frame.NetworkState;
import dropoutlab.frame.NetworkView;
import dropoutlab.frame.Phase;
import dropoutlab.frame.Progress;
import dropoutlab.frame.Rates;
import dropoutlab.frame.RunState;
import dropoutlab.frame.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Turns the state of a session into immutable frames. Looking changes nothing: the bits of the session stay as they
/// were.
public final class FrameBuilder {
  /// Larger networks show the weights of the end of the last epoch while they train, which saves copying.
  private static final long LIVE_WEIGHTS = 100_000;

  private final TrainingSession session;
  private final NetworkViews views;

  public FrameBuilder(TrainingSession session) {
    this.session = session;
    views = new NetworkViews(session);
  }

  /// Makes a frame of the present. If a weight is no longer finite because the run is about to fail, the frame shows
  /// the last good weights instead.
  public Frame present(long run, RunState state, double stepsPerSecond) {
    Snapshots.Snapshot last = session.snapshots().last();
    boolean live = !(state instanceof RunState.Running) || size() <= LIVE_WEIGHTS;
    if (live && last != null && !session.isSound())
      return of(last, session.history(), session.progress(), run, state, OptionalInt.empty());
    List<NetworkState> networks = new ArrayList<>();
    for (int i = 0; i < learners().size(); i++) {
      Learner learner = learners().get(i);
      Weights weights = live ? learner.network().weights() : last.weights().get(i);
      networks.add(state(i, weights, session.rates(i), views.present(learner)));
    }
    return new Frame(session.experiment(), run, state, session.progress(), networks, session.history(),
        OptionalInt.empty(), OptionalLong.empty(), stepsPerSecond);
  }

  /// Makes a frame of the present with other masks, drawn for looking: each network as it would go through a training
  /// pass over the present batch. The same draw gives the same masks as long as batch, weights and rates are the same.
  ///
  /// @param draw the number of the draw
  public Frame redrawn(long run, RunState state, long draw) {
    Frame now = present(run, state, 0);
    List<NetworkState> networks = new ArrayList<>();
    for (int i = 0; i < learners().size(); i++) {
      Weights weights = now.networks().get(i).weights();
      networks.add(state(i, weights, session.rates(i), views.redrawn(i, weights, draw)));
    }
    return now.with(frame -> frame.networks(networks).redrawn(OptionalLong.of(draw)));
  }

  private List<Learner> learners() { return session.learners().all(); }

  private NetworkState state(int place, Weights weights, Rates rates, Optional<NetworkView> view) {
    Learner learner = learners().get(place);
    return new NetworkState(learner.asked().name(), learner.inForce(), weights, rates, view,
        learner.failure().map(why -> new RunState.Failed(why.cause(), why.advice())));
  }

  /// Makes a frame of the past: the weights after `epoch`, or after the nearest earlier epoch that is stored, on the
  /// present batch with masks off.
  public Frame past(long run, RunState state, int epoch) {
    if (session.history().size() == 0) return present(run, state, 0);
    return past(run, state, session.snapshots().at(epoch), session.history());
  }

  /// Makes a frame of what the run would keep if it ended after `epoch`: under early stopping the weights of the best
  /// epoch so far, else those after `epoch`, on the present batch with masks off. Empty if these weights are no longer
  /// stored; those after the last epoch always are.
  public Optional<Frame> outcome(long run, RunState state, int epoch) {
    return session.keptAfter(epoch).map(kept -> past(run, state, kept, session.history().until(epoch)));
  }

  private Frame past(long run, RunState state, Snapshots.Snapshot snapshot, History history) {
    Progress now = session.progress();
    long steps = (long) snapshot.epoch() * now.batches();
    Progress then = new Progress(snapshot.epoch(), 0, now.batches(), steps, Phase.UPDATE);
    return of(snapshot, history, then, run, state, OptionalInt.of(snapshot.epoch()));
  }

  /// Makes a frame with earlier weights on the present batch, masks off.
  private Frame of(Snapshots.Snapshot snapshot, History history, Progress progress, long run, RunState state,
                   OptionalInt scrubbed) {
    int last = history.epoch(history.size() - 1);
    List<NetworkState> networks = new ArrayList<>();
    for (int i = 0; i < learners().size(); i++) {
      Weights weights = snapshot.weights().get(i);
      networks.add(state(i, weights, session.rates(i).until(last), views.unmasked(learners().get(i), weights)));
    }
    return new Frame(session.experiment(), run, state, progress, networks, history, scrubbed, OptionalLong.empty(), 0);
  }

  private long size() {
    return session.learners().own().network().parameters().stream().mapToLong(each -> each.value().size()).sum();
  }
}
