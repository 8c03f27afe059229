package dropoutlab.figure.plot;

import dropoutlab.figure.plot.Pen.Face;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What a TrueType file says of the widths of its letters: the tables `head`, `hhea`, `hmtx` and `cmap` of the OpenType
/// specification.
final class FontFile {
  /// A letter that the font does not have comes from another font, which is not known; few are wider than this.
  private static final float UNKNOWN = 1;
  private static final int PAGE = 256;

  private final ByteBuffer bytes;
  private final int widths;
  private final int widthCount;
  private final float unitsPerEm;
  /// In ems, by the upper and the lower byte of a letter; a page of which the font has nothing is null.
  private final float[][] advances = new float[PAGE][];

  private FontFile(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
    widths = table("hmtx");
    widthCount = u16(table("hhea") + 34);
    unitsPerEm = u16(table("head") + 18);
    int segments = segments(), count = u16(segments + 6) / 2;
    for (int s = 0; s < count; s++) readSegment(segments + 14 + 2 * s, count);
  }

  static FontFile read(Face face) {
    try (InputStream in = face.open()) {
      return new FontFile(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("The font " + face + " cannot be read.", e);
    }
  }

  /// The advance width of a letter in ems. Halves of letters beyond 16 bits are half a letter each.
  float advance(char letter) {
    float[] page = advances[letter / PAGE];
    float known = page == null ? 0 : page[letter % PAGE];
    return known > 0 ? known : Character.isSurrogate(letter) ? UNKNOWN / 2 : UNKNOWN;
  }

  private int u16(int at) { return Short.toUnsignedInt(bytes.getShort(at)); }

  private int table(String tag) {
    byte[] name = tag.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0, at = 12; i < u16(4); i++, at += 16)
      if (bytes.slice(at, 4).equals(ByteBuffer.wrap(name))) return bytes.getInt(at + 8);
    throw new IllegalStateException("The font has no table " + tag + ".");
  }

  /// Where the mapping in segments (format 4) from Unicode to glyphs begins.
  private int segments() {
    int cmap = table("cmap");
    for (int i = 0, at = cmap + 4; i < u16(cmap + 2); i++, at += 8) {
      int mapping = cmap + bytes.getInt(at + 4);
      if (u16(mapping) == 4) return mapping;
    }
    throw new IllegalStateException("The font has no mapping in segments.");
  }

  /// @param end where the segment's last letter stands; its first letter, its shift and the offset of its glyphs stand
  ///            in tables of their own behind
  private void readSegment(int end, int count) {
    int start = end + 2 * count + 2, shift = start + 2 * count, offset = shift + 2 * count;
    for (int letter = u16(start); letter <= Math.min(u16(end), 0xFFFE); letter++) {
      int glyph = letter;
      if (u16(offset) != 0) glyph = u16(offset + u16(offset) + 2 * (letter - u16(start)));
      if (glyph == 0) continue;
      glyph = glyph + u16(shift) & 0xFFFF;
      if (advances[letter / PAGE] == null) advances[letter / PAGE] = new float[PAGE];
      advances[letter / PAGE][letter % PAGE] = advanceOf(glyph);
    }
  }

  private float advanceOf(int glyph) {
    return u16(widths + 4 * Math.min(glyph, widthCount - 1)) / unitsPerEm;
  }
}
