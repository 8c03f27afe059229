package dropoutlab.export.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.TextMeasure;
import dropoutlab.figure.plot.Theme;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Oracles: Java's XML parser reads the file, java.awt its fonts and ImageIO its pictures; places are those that the
/// figure names, and the widths of words are the fonts' own.
class SvgFileTest {
  private static final Pattern FONT = Pattern.compile(
      "@font-face\\{font-family:'([^']+)';font-weight:(\\d+);src:url\\(data:font/ttf;base64,([^)]+)\\)");
  private static final String RECIPES = "https://dropoutlab.org/recipe";

  private static Document parsed(byte[] svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
  }

  private static List<Element> all(Document svg, String name) {
    NodeList found = svg.getElementsByTagNameNS("*", name);
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) all.add((Element) found.item(i));
    return all;
  }

  private static double number(Element element, String name) { return Double.parseDouble(element.getAttribute(name)); }

  private static Element word(Document svg, String text) {
    return all(svg, "text").stream().filter(each -> each.getTextContent().equals(text)).findFirst().orElseThrow();
  }

  @Test void wordsStayWordsWithTheirPlaceAndWidth() throws Exception {
    Sheet sheet = VectorSamples.sheet();
    Document svg = parsed(SvgFile.bytes(sheet));
    assertThat(all(svg, "text").stream().map(Element::getTextContent)).contains("validation, p = 0.30", "epoch",
        "σ ± 1 → x₁", "0.0351", VectorSamples.CAPTION);
    Element bold = word(svg, "validation, p = 0.30"), right = word(svg, "epoch"), middle = word(svg, "0.0351");
    double wide = TextMeasure.width("validation, p = 0.30", new Type(Face.TEXT_BOLD, 13));
    assertThat(number(bold, "textLength")).isEqualTo(wide, within(1e-3));
    assertThat(bold.getAttribute("font-weight")).isEqualTo("600");
    assertThat(bold.getAttribute("font-family")).startsWith("Inter");
    // The figure names 310 and 140 pixels between these.
    assertThat(number(right, "x") - number(bold, "x")).isEqualTo(310, within(1e-2));
    assertThat(number(right, "x") - number(middle, "x")).isEqualTo(140, within(1e-2));
    assertThat(number(right, "y")).isEqualTo(number(bold, "y"));
    assertThat(right.getAttribute("text-anchor")).isEqualTo("end");
    assertThat(middle.getAttribute("text-anchor")).isEqualTo("middle");
    assertThat(middle.getAttribute("font-family")).startsWith("JetBrains Mono");
  }

  /// JetBrains Mono is six tenths of its size wide.
  @Test void theWidthOfNumbersIsThatOfTheirFont() throws Exception {
    assertThat(number(word(parsed(SvgFile.bytes(VectorSamples.sheet())), "0.0351"), "textLength"))
        .isEqualTo(6 * .6 * 12, within(1e-3));
  }

  @Test void theFontsOfTheFileHaveTheUsedLettersInTheirShapesAndNoOthers() throws Exception {
    String svg = new String(SvgFile.bytes(VectorSamples.sheet()), StandardCharsets.UTF_8);
    Matcher rule = FONT.matcher(svg);
    int fonts = 0;
    for (; rule.find(); fonts++) {
      byte[] bytes = Base64.getDecoder().decode(rule.group(3));
      assertThat(bytes.length).isLessThan(20_000);
      Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes));
      if (!rule.group(1).equals("Inter") || !rule.group(2).equals("400")) continue;
      assertThat(font.canDisplayUpTo("σ±→x₁epoch" + VectorSamples.CAPTION.replace(" ", ""))).isEqualTo(-1);
      assertThat(font.canDisplay('Q')).isFalse();
      try (InputStream in = Face.TEXT.open()) {
        Rectangle2D shipped = box(Font.createFont(Font.TRUETYPE_FONT, in), "epoch σ");
        assertThat(box(font, "epoch σ").getWidth()).isEqualTo(shipped.getWidth(), within(1e-3));
        assertThat(box(font, "epoch σ").getHeight()).isEqualTo(shipped.getHeight(), within(1e-3));
      }
    }
    assertThat(fonts).isEqualTo(3);
  }

  private static Rectangle2D box(Font font, String text) {
    return font.deriveFont(100f).createGlyphVector(new FontRenderContext(null, true, true), text).getVisualBounds();
  }

  @Test void wordsAreOutlinesWhereThatIsAskedForAndWhereTheFontsLackThem() throws Exception {
    Document outlined = parsed(SvgFile.bytes(VectorSamples.sheet(), true));
    Document plain = parsed(SvgFile.bytes(VectorSamples.sheet()));
    assertThat(all(outlined, "text")).isEmpty();
    assertThat(all(outlined, "style")).isEmpty();
    assertThat(all(plain, "text").stream().map(Element::getTextContent)).doesNotContain(VectorSamples.FOREIGN);
    // One path for each of the six lines of words; one of them is a path in the plain file too.
    assertThat(all(outlined, "path")).hasSize(all(plain, "path").size() + 5);
  }

  @Test void theFileHasItsSizeAndTellsWhatIsToBeSeen() throws Exception {
    Sheet sheet = VectorSamples.sheet();
    Element root = parsed(SvgFile.bytes(sheet)).getDocumentElement();
    // 360 pixels at 96 an inch are 95.25 mm.
    assertThat(root.getAttribute("width")).isEqualTo("95.25mm");
    assertThat(root.getAttribute("height")).isEqualTo("63.5mm");
    String[] box = root.getAttribute("viewBox").split(" ");
    assertThat(Double.parseDouble(box[2])).isEqualTo(360, within(1e-3));
    assertThat(Double.parseDouble(box[3])).isEqualTo(240, within(1e-3));
    assertThat(root.getAttribute("role")).isEqualTo("img");
    String[] told = root.getAttribute("aria-labelledby").split(" ");
    Document svg = root.getOwnerDocument();
    Element title = all(svg, "title").getFirst(), desc = all(svg, "desc").getFirst();
    assertThat(told).containsExactly(title.getAttribute("id"), desc.getAttribute("id"));
    assertThat(title.getTextContent()).isEqualTo(VectorSamples.TOLD.title());
    assertThat(desc.getTextContent()).isEqualTo(VectorSamples.TOLD.text());
  }

  @Test void looksAreAttributesAndTheOnlyRulesAreThoseOfFonts() throws Exception {
    Document svg = parsed(SvgFile.bytes(VectorSamples.sheet()));
    assertThat(all(svg, "*")).allSatisfy(each -> {
      assertThat(each.hasAttribute("style")).isFalse();
      assertThat(each.hasAttribute("class")).isFalse();
    });
    assertThat(all(svg, "style")).hasSize(1);
    assertThat(all(svg, "style").getFirst().getTextContent().strip().lines())
        .allMatch(line -> line.startsWith("@font-face{"));
  }

  @Test void shapesHaveTheirPlacesColoursDashesAndClips() throws Exception {
    Document svg = parsed(SvgFile.bytes(VectorSamples.sheet()));
    Element circle = all(svg, "circle").getFirst(), word = word(svg, "validation, p = 0.30");
    assertThat(number(circle, "cx") - number(word, "x")).isEqualTo(60, within(.011));
    assertThat(number(circle, "r")).isEqualTo(30);
    assertThat(circle.getAttribute("fill")).isEqualTo("#d2691e");
    assertThat(number(circle, "fill-opacity")).isEqualTo(128 / 255.0, within(1e-3));
    assertThat(all(svg, "path")).anyMatch(path -> path.getAttribute("stroke-dasharray").equals("7 4")
        && path.getAttribute("stroke").equals("#%06x".formatted(Theme.LIGHT.accent() & 0xFFFFFF)));
    assertThat(all(svg, "rect")).anyMatch(rect -> rect.getAttribute("rx").equals("8"));
    Element clip = all(svg, "clipPath").getFirst();
    assertThat(number((Element) clip.getElementsByTagName("rect").item(0), "width")).isEqualTo(40);
    String clipped = "url(#" + clip.getAttribute("id") + ")";
    assertThat(all(svg, "g")).anyMatch(each -> each.getAttribute("clip-path").equals(clipped));
  }

  @Test void picturesKeepTheirPixels() throws Exception {
    Element image = all(parsed(SvgFile.bytes(VectorSamples.sheet())), "image").getFirst();
    String data = image.getAttributeNS("http://www.w3.org/1999/xlink", "href").replace("data:image/png;base64,", "");
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)));
    int w = picture.getWidth(), h = picture.getHeight();
    assertThat(w % 2).isZero();
    assertThat(picture.getRGB(0, 0)).isEqualTo(0xFF000000);
    assertThat(picture.getRGB(w - 1, 0)).isEqualTo(0xFFFFFFFF);
    assertThat(picture.getRGB(0, h - 1)).isEqualTo(0xFFFF0000);
    assertThat(picture.getRGB(w / 2, h / 2)).isEqualTo(0xFF0000FF);
  }

  @Test void theRecipeStandsInTheMetadataAndComesBackAsItWas() throws Exception {
    byte[] svg = SvgFile.bytes(VectorSamples.sheet());
    Element recipe = (Element) parsed(svg).getElementsByTagNameNS(RECIPES, "recipe").item(0);
    assertThat(recipe.getParentNode().getLocalName()).isEqualTo("metadata");
    assertThat(recipe.getTextContent()).isEqualTo(VectorSamples.RECIPE);
    assertThat(SvgFile.recipe(svg)).contains(VectorSamples.RECIPE);
  }

  /// XML has no place for these; JSON has an escape.
  @Test void whatXmlCannotHoldIsWrittenAsJsonEscapesIt() {
    Page page = Page.ofPixels(200, 200, 1, Theme.LIGHT);
    Sheet odd = new Sheet(VectorSamples.FIGURE, page, "", "{\"a\":\"\uFFFE\uD800\"}");
    assertThat(SvgFile.recipe(SvgFile.bytes(odd))).contains("{\"a\":\"\\ufffe\\ud800\"}");
  }

  @Test void filesOfOthersAndHostileOnesHaveNoRecipe() {
    String recipe = "<recipe xmlns='" + RECIPES + "'>&x;</recipe>";
    for (String svg : List.of("", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<svg><recipe>a</recipe></svg>",
        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>" + recipe + "</svg>",
        "<!DOCTYPE svg [<!ENTITY y 'yyyyyyyyyy'><!ENTITY x '&y;&y;&y;'>]><svg>" + recipe + "</svg>",
        "<a>".repeat(100_000), "<svg><recipe xmlns='" + RECIPES + "'>cut o", "\u0000\u0001"))
      assertThat(SvgFile.recipe(svg.getBytes(StandardCharsets.UTF_8))).as(svg.length() > 80 ? "long" : svg).isEmpty();
  }

  @Test void theSameSheetGivesTheSameBytesOnAnotherJava() throws Exception {
    String java = ProcessHandle.current().info().command().orElseThrow();
    Process other = new ProcessBuilder(java, "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"),
        VectorSamples.class.getName()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String sums = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(other.waitFor()).isZero();
    assertThat(sums).isEqualTo(VectorSamples.sums());
  }
}
