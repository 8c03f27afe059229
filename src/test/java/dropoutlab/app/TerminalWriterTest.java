package dropoutlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalWriterTest {
  @Test void signsThatATerminalLacksAreWrittenAsOthersThatSayTheSame() {
    assertThat(written(StandardCharsets.US_ASCII)).isEqualTo("-0.5 +- 1 (10^2) ... caf?");
    assertThat(written(Charset.forName("windows-1252"))).isEqualTo("-0.5 ± 1 (10²) … café");
    assertThat(written(StandardCharsets.UTF_8)).isEqualTo("−0.5 ± 1 (10²) … café");
  }

  private static String written(Charset charset) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintWriter out = new PrintWriter(new TerminalWriter(bytes, charset), true);
    out.print("−0.5 ± 1 (10²) ");
    out.print('…');
    out.printf(" %s", "café");
    out.flush();
    return bytes.toString(charset);
  }
}
