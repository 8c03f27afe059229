package dropoutlab.sweep.local;

import dropoutlab.data.DataSet;
import dropoutlab.frame.sweep.Outcome;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.sweep.RunId;
import dropoutlab.sweep.folder.FailedRun;
import dropoutlab.sweep.folder.Layout;
import dropoutlab.sweep.folder.Node;
import dropoutlab.sweep.folder.SegmentWriter;
import dropoutlab.sweep.folder.Sign;
import dropoutlab.sweep.work.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// A thread that trains one run after the other and writes what they came to into a segment of its own.
final class Worker implements Runnable {
  private final Crew crew;
  private final int number;
  private final long started = System.currentTimeMillis();
  private volatile Layout.Attempt attempt;
  private volatile String run = "";
  private volatile long count;
  private volatile List<SegmentWriter> written = List.of();
  private boolean ended;

  Worker(Crew crew, int number) {
    this.crew = crew;
    this.number = number;
  }

  @Override public void run() {
    try {
      attempt = Sign.take(crew.layout(), crew.task());
      sign(false);
      try (SegmentWriter results = new SegmentWriter(crew.layout().results().resolve(attempt.segment()));
           SegmentWriter repeats = new SegmentWriter(crew.layout().repeats().resolve(attempt.segment()))) {
        written = List.of(results, repeats);
        work(results, repeats);
      } finally {
        run = "";
        sign(true);
      }
    } catch (IOException e) {
      crew.unwritable(e);
    } catch (UncheckedIOException e) {
      crew.unwritable(e.getCause());
    } catch (RuntimeException | Error e) {
      crew.broken(e);
    }
  }

  private void work(SegmentWriter results, SegmentWriter repeats) throws IOException {
    while (!crew.isEnding()) {
      Optional<WorkList.Job> job = crew.work().next(number);
      if (job.isEmpty()) return;
      run = new RunId(job.get().run().run()).toString();
      crew.running().add(job.get().run().run());
      try {
        Outcome outcome = train(job.get());
        (job.get().repeat() ? repeats : results).add(outcome);
        count++;
        if (crew.work().done(job.get(), number)) FailedRun.forget(crew.layout(), job.get().run().run());
        crew.finished(outcome);
      } catch (CancellationException e) {
        return;
      } catch (RuntimeException | Error e) {
        crew.failed(job.get(), FailedRun.write(crew.layout(), job.get().run().run(), e, Fault.sentence(e)));
      } finally {
        crew.running().remove(job.get().run().run());
      }
    }
  }

  private Outcome train(WorkList.Job job) {
    Experiment experiment = job.run().experiment(crew.sweep());
    crew.requireSame(experiment, job.run().run());
    DataSet data = crew.trainer().load(experiment);
    long bytes = crew.trainer().bytes(experiment, data);
    crew.gate().enter(bytes, crew::isStopped);
    try {
      return crew.trainer().train(experiment, data, new RunId(job.run().run()), crew::isStopped);
    } finally {
      crew.gate().leave(bytes);
    }
  }

  /// Renews the sign of life, unless the last one was given, and sees to it that the disk has what was written.
  void renew() throws IOException {
    for (SegmentWriter each : written) each.force();
    sign(false);
  }

  private synchronized void sign(boolean last) throws IOException {
    if (attempt == null || ended) return;
    ended = last;
    new Sign(Node.job(), Node.name(), ProcessHandle.current().pid(), attempt.task(), crew.tasks(), attempt.number(), run,
        count, started, last).write(crew.layout());
  }
}
