package dropoutlab.app;

import java.io.BufferedWriter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;

/// Replaces signs that a terminal's character set lacks by signs with the same meaning: a minus becomes a hyphen, where
/// otherwise a question mark would stand before the number.
final class TerminalWriter extends FilterWriter {
  private static final Map<Character, String> PLAIN = Map.of('\u2212', "-", '\u2013', "-", '\u2026', "...",
      '\u00B2', "^2", '\u00B1', "+-", '\u221E', "inf");

  private final CharsetEncoder encoder;

  TerminalWriter(OutputStream to, Charset charset) {
    super(new BufferedWriter(new OutputStreamWriter(to, charset)));
    encoder = charset.newEncoder();
  }

  @Override public void write(int c) throws IOException {
    String plain = c < 0x80 ? null : PLAIN.get((char) c);
    if (plain == null || encoder.canEncode((char) c)) out.write(c);
    else out.write(plain);
  }

  @Override public void write(char[] text, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) write(text[i]);
  }

  @Override public void write(String text, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) write(text.charAt(i));
  }
}
