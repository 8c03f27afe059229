package dropoutlab.nn.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Oracle: the flags that the build and the image take.
class BytesTest {
  @Test void bytesAreShownInTheUnitOfPeople() {
    assertThat(Bytes.shown(1)).isEqualTo("1 MB");
    assertThat(Bytes.shown((1L << 30) - 1)).isEqualTo("1024 MB");
    assertThat(Bytes.shown(3L << 29)).isEqualTo("1.5 GB");
  }

  @Test void moreMemoryIsGivenToTheBuildAndToTheImageInTheirOwnWays() {
    assertThat(Bytes.more(8, false)).isEqualTo("give it more: start it with mvn -Dheap=8g (which is the flag -Xmx8g)");
    assertThat(Bytes.more(8, true)).isEqualTo("give it more: set the environment variable _JAVA_OPTIONS to -Xmx8g");
  }
}
