package dropoutlab.export.picture.vector;

import dropoutlab.figure.plot.Pen.Face;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The fonts inside a PDF: of each the letters that were used.
final class PdfFonts {
  private final PDDocument document;
  private final Map<Face, PDFont> fonts = new EnumMap<>(Face.class);

  PdfFonts(PDDocument document) { this.document = document; }

  /// Loads a face when it is first used.
  PDFont of(Face face) throws IOException {
    PDFont font = fonts.get(face);
    if (font != null) return font;
    TrueTypeFont parsed = parse(face);
    document.registerTrueTypeFontForClosing(parsed);
    // Letters stand one beside the other, as everywhere else: no ligatures.
    parsed.setEnableGsub(false);
    font = PDType0Font.load(document, parsed, true);
    fonts.put(face, font);
    return font;
  }

  static TrueTypeFont parse(Face face) throws IOException {
    try (InputStream in = face.open()) {
      return new TTFParser().parse(new RandomAccessReadBuffer(in));
    }
  }
}
