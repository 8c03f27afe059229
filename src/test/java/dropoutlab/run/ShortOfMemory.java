package dropoutlab.run;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Frame;
import dropoutlab.frame.RunState;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.spec.Presets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// A lab in a virtual machine with little memory: it opens a network that does not fit, trains one of which only a part
/// of the past fits, and then trains a small one. It prints what the lab reports.
public final class ShortOfMemory {
  private static final long LIMIT_NANOS = 240_000_000_000L;
  private static final Experiment SMALL = Presets.load("two-moons");
  private static final DataSet DATA = DataSets.load(SMALL, Path.of(""));

  private ShortOfMemory() {}

  public static void main(String[] args) {
    Lab lab = new Lab();
    lab.load(ofUnits(4096, 4096), DATA, true);
    System.out.println("refused: " + await(lab::takeRefusal).why());
    long run = lab.load(ofUnits(400, 400), DATA, true);
    Frame later = frameThat(lab, frame -> frame.run() == run
        && (frame.progress().epoch() >= 12 || frame.state() instanceof RunState.Failed));
    System.out.println("trains: " + later.state());
    long last = lab.load(SMALL, DATA, true);
    frameThat(lab, frame -> frame.run() == last && frame.progress().epoch() > 3);
    System.out.println("goes on, ended: " + lab.hasEnded());
    lab.close();
  }

  private static Experiment ofUnits(int first, int second) {
    return SMALL.withTraining(SMALL.training().withEpochs(1_000_000)).withNetwork(SMALL.network().withHidden(List.of(
        new HiddenLayer(first, Activation.RELU, 0.5), new HiddenLayer(second, Activation.RELU, 0.5))));
  }

  private static Frame frameThat(Lab lab, Predicate<Frame> wanted) {
    return await(() -> {
      lab.requestFrame();
      return lab.takeFrame().filter(wanted);
    });
  }

  private static <T> T await(Supplier<Optional<T>> source) {
    for (long end = System.nanoTime() + LIMIT_NANOS; System.nanoTime() < end; LockSupport.parkNanos(1_000_000)) {
      Optional<T> found = source.get();
      if (found.isPresent()) return found.get();
    }
    throw new AssertionError("What was waited for did not come");
  }
}
