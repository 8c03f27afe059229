package dropoutlab.export.picture.vector;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Recipes in XML: the text of an element of our own namespace, or that of its list's items. Files come from anywhere,
/// so nothing outside of them is asked for, no entity is defined, and what is read has a bound.
public final class XmlRecipe {
  public static final String NAMESPACE = "https://dropoutlab.org/recipe";
  static final String NAME = "recipe";
  private static final String LISTS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  /// More than any experiment, network and all.
  private static final int LONGEST = 1 << 24;
  private static final int DEEPEST = 100;

  private XmlRecipe() {}

  /// What is found before the first fault.
  public static List<String> read(byte[] bytes, int from, int to) {
    List<String> found = new ArrayList<>();
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text(bytes, from, to)));
      for (int depth = 0; reader.hasNext() && depth <= DEEPEST; ) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          if (!isRecipe(reader)) depth++;
          else if (!readOne(reader, found)) break;
        } else if (event == XMLStreamConstants.END_ELEMENT) depth--;
        // Recipes stand before the drawing, and the drawing may be long.
        if (event == XMLStreamConstants.END_ELEMENT && !found.isEmpty()) break;
      }
    } catch (XMLStreamException | CharacterCodingException _) {
      return found;
    }
    return found;
  }

  /// Java's reader would print its complaints about bytes that are no letters.
  private static String text(byte[] bytes, int from, int to) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
  }

  private static boolean isRecipe(XMLStreamReader reader) {
    return reader.getLocalName().equals(NAME) && NAMESPACE.equals(reader.getNamespaceURI());
  }

  /// Reads to the end of the recipe; false if it does not end where it should.
  private static boolean readOne(XMLStreamReader reader, List<String> found) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    boolean listed = false;
    for (int depth = 1; reader.hasNext(); ) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          if (isItem(reader)) {
            listed = true;
            text.setLength(0);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          if (depth > 0 && isItem(reader)) found.add(text.toString());
          if (depth == 0 && !listed && !text.isEmpty()) found.add(text.toString());
          if (depth == 0) return true;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(reader.getText());
        default -> { }
      }
      if (depth > DEEPEST || text.length() > LONGEST) return false;
    }
    return false;
  }

  private static boolean isItem(XMLStreamReader reader) {
    return reader.getLocalName().equals("li") && LISTS.equals(reader.getNamespaceURI());
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver((_, _, _, _) -> { throw new XMLStreamException("Nothing outside of a file is read."); });
    return factory;
  }
}
