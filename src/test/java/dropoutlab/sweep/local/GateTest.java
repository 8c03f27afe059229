package dropoutlab.sweep.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The memory of the runs under way.
@Timeout(60)
class GateTest {
  private static final long HALF = Runtime.getRuntime().maxMemory() / 2;

  @Test void aRunThatIsTooLargeForAllIsLetInAlone() throws Exception {
    Gate gate = new Gate();
    gate.enter(2 * HALF, () -> false);
    assertThat(gate.refused()).isZero();
    CountDownLatch inside = new CountDownLatch(1);
    Thread second = Thread.ofVirtual().start(() -> {
      gate.enter(HALF, () -> false);
      inside.countDown();
    });
    while (gate.refused() == 0) Thread.onSpinWait();
    assertThat(inside.getCount()).as("the second waits").isEqualTo(1);
    gate.leave(2 * HALF);
    assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();
    second.join();
    assertThat(gate.refused()).isEqualTo(HALF);
  }

  @Test void smallRunsGoOnTogetherAndAWaitingOneCanBeDropped() {
    Gate gate = new Gate();
    for (int i = 0; i < 100; i++) gate.enter(1 << 10, () -> false);
    assertThat(gate.refused()).isZero();
    assertThatThrownBy(() -> gate.enter(2 * HALF, () -> true)).isInstanceOf(CancellationException.class);
  }
}
