package dropoutlab.export.picture.vector;

import dropoutlab.figure.plot.Description;
import dropoutlab.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What a PDF tells of itself, as XMP (ISO 16684-1): a packet of XML that programs find in any file by its marks.
public final class Xmp {
  private static final byte[] BEGIN = ascii("<?xpacket begin=");
  private static final byte[] END = ascii("<?xpacket end=");
  private static final int MOST_PACKETS = 100;

  private Xmp() {}

  private static byte[] ascii(String text) { return text.getBytes(StandardCharsets.US_ASCII); }

  static byte[] packet(Description told, List<String> recipes) {
    StringBuilder xmp = new StringBuilder("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n")
        .append("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">")
        .append("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n")
        .append("<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
        .append(" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:lab=\"").append(XmlRecipe.NAMESPACE).append("\">\n");
    recipes(xmp, recipes);
    property(xmp, "dc:format", "", "application/pdf");
    property(xmp, "dc:language", "Bag", Words.of("vector.language"));
    property(xmp, "dc:title", "Alt", told.title());
    property(xmp, "dc:description", "Alt", told.text());
    property(xmp, "xmp:CreatorTool", "", Words.of("vector.pdf.creator"));
    xmp.append("</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
    return xmp.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void recipes(StringBuilder xmp, List<String> recipes) {
    if (recipes.isEmpty()) return;
    xmp.append("<lab:recipe>");
    if (recipes.size() == 1) XmlText.escape(xmp, recipes.getFirst());
    else {
      xmp.append("<rdf:Seq>");
      for (String recipe : recipes) {
        XmlText.escape(xmp.append("\n<rdf:li>"), recipe);
        xmp.append("</rdf:li>");
      }
      xmp.append("</rdf:Seq>");
    }
    xmp.append("</lab:recipe>\n");
  }

  /// @param list what kind of list it must stand in; empty for none
  private static void property(StringBuilder xmp, String name, String list, String text) {
    if (text.isEmpty()) return;
    xmp.append('<').append(name).append('>');
    String item = list.equals("Alt") ? "><rdf:li xml:lang=\"x-default\">" : "><rdf:li>";
    if (!list.isEmpty()) xmp.append("<rdf:").append(list).append(item);
    XmlText.escape(xmp, text);
    if (!list.isEmpty()) xmp.append("</rdf:li></rdf:").append(list).append('>');
    xmp.append("</").append(name).append(">\n");
  }

  /// The recipes of the first packet that has any: nothing else of the file is looked at.
  public static List<String> recipes(byte[] file) {
    List<String> found = new ArrayList<>();
    int at = 0;
    for (int packet = 0; packet < MOST_PACKETS && found.isEmpty(); packet++) {
      int from = indexOf(file, BEGIN, at), to = from < 0 ? -1 : indexOf(file, END, from);
      if (to < 0) break;
      found.addAll(XmlRecipe.read(file, from, to));
      at = to;
    }
    return found;
  }

  private static int indexOf(byte[] file, byte[] part, int from) {
    search:
    for (int at = from; at <= file.length - part.length; at++) {
      for (int i = 0; i < part.length; i++) if (file[at + i] != part[i]) continue search;
      return at;
    }
    return -1;
  }
}
