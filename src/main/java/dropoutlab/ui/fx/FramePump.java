package dropoutlab.ui.fx;

import dropoutlab.frame.Answer;
import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.run.Lab;
import dropoutlab.run.Refusal;
import dropoutlab.run.Slot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// Brings frames from the simulation thread to the visible panels: the latest one wins, those of older runs are
/// dropped, and the next is asked for only when a panel is due. Lives on the FX thread.
public final class FramePump {
  private static final double NANOS = 1e9;

  private final Lab lab;
  private final List<Panel> panels = new ArrayList<>();
  private final List<Consumer<Refusal>> onRefusal = new ArrayList<>();
  private final Map<Slot, List<Consumer<Answer>>> onAnswer = new EnumMap<>(Slot.class);
  private final List<Consumer<String>> onFault = new ArrayList<>();
  private final List<Runnable> onEnd = new ArrayList<>();
  private final FrameStats stats = new FrameStats();
  private final AnimationTimer timer = new AnimationTimer() {
    @Override public void handle(long now) { pulse(now); }
  };
  private long firstExpected;
  private Frame latest;
  private final Map<Slot, Answer> answers = new EnumMap<>(Slot.class);
  private long run;
  private boolean ended;
  private long busySince;
  private boolean drew;
  private long delivered;

  /// A receiver of frames and the least time between two of them.
  private static final class Panel {
    final double interval;
    final Consumer<Frame> show;
    Frame shown;
    long at = Long.MIN_VALUE / 2;

    Panel(double interval, Consumer<Frame> show) {
      this.interval = interval;
      this.show = show;
    }

    boolean due(long now) { return (now - at) / NANOS >= interval; }
  }

  public FramePump(Lab lab) {
    this.lab = lab;
    for (Slot slot : Slot.values()) onAnswer.put(slot, new ArrayList<>());
  }

  /// Shows frames at most `perSecond` times a second while the run is running, and at once when it stands still.
  public Subscription onFrame(double perSecond, Consumer<Frame> show) {
    Panel panel = new Panel(1 / perSecond, show);
    panels.add(panel);
    return () -> panels.remove(panel);
  }

  public Subscription onRefusal(Consumer<Refusal> tell) {
    onRefusal.add(tell);
    return () -> onRefusal.remove(tell);
  }

  public Subscription onAnswer(Slot slot, Consumer<Answer> show) {
    onAnswer.get(slot).add(show);
    return () -> onAnswer.get(slot).remove(show);
  }

  /// Hears, in a sentence, what could not be computed and why.
  public Subscription onFault(Consumer<String> show) {
    onFault.add(show);
    return () -> onFault.remove(show);
  }

  /// Hears that a thread of the lab has ended, once until it lives again.
  public Subscription onEnd(Runnable tell) {
    onEnd.add(tell);
    return () -> onEnd.remove(tell);
  }

  /// Starts pumping; a frame's time counts from here to the end of the scene's layout.
  public Subscription start(Scene scene) {
    Runnable measured = () -> {
      if (drew) {
        stats.add((System.nanoTime() - busySince) / 1e6);
        delivered++;
      }
      drew = false;
    };
    scene.addPostLayoutPulseListener(measured);
    timer.start();
    return () -> {
      timer.stop();
      scene.removePostLayoutPulseListener(measured);
    };
  }

  public FrameStats stats() { return stats; }

  /// How many frames have been drawn so far.
  public long delivered() { return delivered; }

  public Optional<Frame> latest() { return Optional.ofNullable(latest); }

  /// The number of the run that is shown, or of the last one that was; 0 before the first frame.
  public long run() { return run; }

  /// What was answered last in a slot, of the run that is shown.
  public Optional<Answer> answer(Slot slot) { return Optional.ofNullable(answers.get(slot)); }

  /// How much of the answer that is being computed there is done, from 0 to 1; NaN when none is.
  public double answered(Slot slot) { return lab.answered(slot); }

  /// The engine sends a refusal, then the frame that it goes back to, then the pictures of that frame. They are taken
  /// the other way round, so that what a picture belongs to is never still on its way, and then heard as they were
  /// sent.
  void pulse(long now) {
    busySince = System.nanoTime();
    Map<Slot, Answer> newAnswers = new EnumMap<>(Slot.class);
    for (Slot slot : Slot.values()) lab.takeAnswer(slot).ifPresent(answer -> newAnswers.put(slot, answer));
    Optional<Frame> newFrame = lab.takeFrame();
    lab.takeRefusal().ifPresent(refusal -> List.copyOf(onRefusal).forEach(tell -> tell.accept(refusal)));
    newFrame.ifPresent(this::accept);
    newAnswers.forEach(this::accept);
    lab.takeFault().ifPresent(sentence -> List.copyOf(onFault).forEach(show -> show.accept(sentence)));
    tellEnd();
    deliver(now);
    if (panels.stream().anyMatch(p -> p.shown == latest && p.due(now))) lab.requestFrame();
  }

  private void tellEnd() {
    boolean before = ended;
    ended = lab.hasEnded();
    if (ended && !before) List.copyOf(onEnd).forEach(Runnable::run);
  }

  /// From now on only frames of this run and those after it are shown, and answers of theirs: what the
  /// panels draw with has changed, and a frame of the old data must not be drawn with the new.
  public void expect(long firstRun) {
    firstExpected = firstRun;
    if (latest != null && latest.run() >= firstRun) return;
    latest = null;
    answers.clear();
  }

  /// Takes a frame in; one of an older run or of other data is ignored. It reaches a panel when that is due.
  public void accept(Frame frame) {
    if (frame.run() < run || frame.run() < firstExpected) return;
    if (frame.run() > run) answers.clear();
    run = frame.run();
    latest = frame;
  }

  /// Takes an answer in and shows it, if it is of the run that is shown.
  public void accept(Slot slot, Answer next) {
    if (latest == null || next.run() != latest.run()) return;
    answers.put(slot, next);
    drew = true;
    List.copyOf(onAnswer.get(slot)).forEach(show -> show.accept(next));
  }

  /// Gives the latest frame to every panel that is due.
  public void deliver(long now) {
    if (latest == null) return;
    boolean still = !(latest.state() instanceof RunState.Running);
    for (Panel panel : List.copyOf(panels)) {
      boolean otherRun = panel.shown == null || panel.shown.run() != latest.run();
      if (panel.shown == latest || !(still || otherRun || panel.due(now))) continue;
      panel.shown = latest;
      panel.at = now;
      panel.show.accept(latest);
      drew = true;
    }
  }
}
