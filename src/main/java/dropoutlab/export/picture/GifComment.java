package dropoutlab.export.picture;

import dropoutlab.words.Words;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Finds the recipe among the blocks of a GIF.
final class GifComment {
  static final String START = PngFile.KEYWORD + ":";
  private static final int EXTENSION = 0x21, IMAGE = 0x2C, COMMENT = 0xFE;
  private static final int TABLE = 0x80;

  private final ByteBuffer in;

  private GifComment(byte[] file) { in = ByteBuffer.wrap(file); }

  static Optional<String> of(byte[] file) {
    byte[] magic = "GIF8".getBytes(StandardCharsets.US_ASCII);
    if (file.length < 13 || !Arrays.equals(file, 0, 4, magic, 0, 4)) return Optional.empty();
    try {
      return new GifComment(file).found();
    } catch (BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private Optional<String> found() {
    skip(10);
    int flags = in.get();
    skip(2);
    skipTable(flags);
    for (int block = in.get() & 255; block == EXTENSION || block == IMAGE; block = in.get() & 255) {
      if (block == IMAGE) {
        skip(8);
        skipTable(in.get());
        skip(1);
        skipBlocks();
      } else if ((in.get() & 255) == COMMENT) {
        Optional<String> comment = comment();
        if (comment.isPresent()) return comment;
      } else skipBlocks();
    }
    return Optional.empty();
  }

  private void skip(int bytes) {
    if (in.remaining() < bytes) throw new BufferUnderflowException();
    in.position(in.position() + bytes);
  }

  private void skipTable(int flags) { if ((flags & TABLE) != 0) skip(3 << (flags & 7) + 1); }

  private void skipBlocks() { for (int length = in.get() & 255; length > 0; length = in.get() & 255) skip(length); }

  private Optional<String> comment() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    boolean whole = true;
    while (whole) {
      int length = in.hasRemaining() ? in.get() & 255 : -1;
      if (length == 0) break;
      whole = length > 0 && length <= in.remaining();
      int there = Math.min(Math.max(0, length), in.remaining());
      text.write(in.array(), in.position(), there);
      skip(there);
    }
    byte[] bytes = text.toByteArray(), start = START.getBytes(StandardCharsets.US_ASCII);
    boolean ours = bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    if (!ours) return Optional.empty();
    if (!whole) throw damaged();
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder()
          .decode(ByteBuffer.wrap(bytes, start.length, bytes.length - start.length)).toString());
    } catch (CharacterCodingException e) {
      throw damaged();
    }
  }

  private static IllegalArgumentException damaged() {
    return new IllegalArgumentException(Words.of("picture.gif.damaged"));
  }
}
