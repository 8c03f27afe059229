package dropoutlab.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracle: paths by hand.
class OutlineTest {
  private static List<String> traced(String svg) {
    List<String> traced = new ArrayList<>();
    Outline.of(svg).trace(new Outline.Tracer() {
      @Override public void move(double x, double y) { traced.add("M " + x + " " + y); }

      @Override public void line(double x, double y) { traced.add("L " + x + " " + y); }

      @Override public void quadratic(double cx, double cy, double x, double y) {
        traced.add("Q " + cx + " " + cy + " " + x + " " + y);
      }

      @Override public void close() { traced.add("Z"); }
    });
    return traced;
  }

  @Test void segmentsComeInTheirOrder() {
    assertThat(traced("M1 -2L3.5 4Q5 6 7,8ZM0 0Z"))
        .containsExactly("M 1.0 -2.0", "L 3.5 4.0", "Q 5.0 6.0 7.0 8.0", "Z", "M 0.0 0.0", "Z");
    assertThat(traced(" M 1 2 Z ")).containsExactly("M 1.0 2.0", "Z");
    assertThat(traced("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"M1", "M1 2 3", "Q1 2 3", "Z1", "C1 2 3 4 5 6", "M1 2 rubbish", "m1 2", "1 2"})
  void anythingElseIsRefused(String svg) {
    assertThatIllegalArgumentException().isThrownBy(() -> Outline.of(svg)).withMessageContaining("no path");
  }
}
