package dropoutlab.export.picture.vector;

import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Pen;
import dropoutlab.words.Words;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDLayoutAttributeObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// A PDF that is being written, page by page: its fonts, its tags for readers that speak, and what it tells of itself.
/// It has no dates and a fixed identity, so that the same pages give the same bytes.
public final class PdfBook implements AutoCloseable {
  private static final long IDENTITY = 1;

  private final PDDocument document = new PDDocument();
  private final PdfFonts fonts = new PdfFonts(document);
  private final PDStructureElement root;
  private final Map<Integer, COSObjectable> marked = new TreeMap<>();
  private PDPage page;
  private PDPageContentStream content;
  private PdfPen pen;
  private COSArray marks;

  public PdfBook() {
    PDStructureTreeRoot tree = new PDStructureTreeRoot();
    document.getDocumentCatalog().setStructureTreeRoot(tree);
    root = new PDStructureElement("Document", tree);
    tree.appendKid(root);
    document.setDocumentId(IDENTITY);
  }

  /// Begins a page, whose units are pt.
  public void page(double widthPt, double heightPt) throws IOException {
    endPage();
    page = new PDPage(new PDRectangle((float) widthPt, (float) heightPt));
    page.setStructParents(document.getNumberOfPages());
    marks = new COSArray();
    marked.put(document.getNumberOfPages(), new PDParentTreeValue(marks));
    document.addPage(page);
    content = new PDPageContentStream(document, page);
    pen = new PdfPen(document, content, fonts, heightPt, Pixels.VECTOR_PER_PT);
  }

  private void endPage() throws IOException {
    if (content != null) content.close();
    content = null;
  }

  public PdfPen pen() { return pen; }

  /// Draws what readers that speak find as an element of such a type.
  public PDStructureElement tagged(String type, Runnable draw) throws IOException {
    PDStructureElement element = new PDStructureElement(type, root);
    element.setPage(page);
    element.appendKid(marks.size());
    root.appendKid(element);
    content.beginMarkedContent(COSName.getPDFName(type), marks.size());
    marks.add(element);
    draw.run();
    content.endMarkedContent();
    return element;
  }

  /// Draws what they leave out.
  public void artifact(Runnable draw) throws IOException {
    content.beginMarkedContent(COSName.ARTIFACT);
    draw.run();
    content.endMarkedContent();
  }

  /// Draws a figure of a size in its own units, moved to (x, y) and made `scale` times as large.
  ///
  /// @param told what readers that speak say in its place
  public void figure(String told, double x, double y, double scale, double width, double height, Consumer<Pen> draw)
      throws IOException {
    PDStructureElement element = tagged("Figure", () -> pen.inset(x, y, scale, width, height, () -> draw.accept(pen)));
    element.setAlternateDescription(told);
    PDLayoutAttributeObject place = new PDLayoutAttributeObject();
    place.setPlacement("Block");
    double bottom = page.getMediaBox().getHeight() - y - height * scale;
    place.setBBox(new PDRectangle((float) x, (float) bottom, (float) (width * scale), (float) (height * scale)));
    element.addAttribute(place);
  }

  /// All of it, with what it is and how it was made.
  public byte[] bytes(Description told, List<String> recipes) throws IOException {
    endPage();
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    PDNumberTreeNode parents = new PDNumberTreeNode(PDParentTreeValue.class);
    parents.setNumbers(marked);
    catalog.getStructureTreeRoot().setParentTree(parents);
    catalog.getStructureTreeRoot().setParentTreeNextKey(marked.size());
    PDMarkInfo marks = new PDMarkInfo();
    marks.setMarked(true);
    catalog.setMarkInfo(marks);
    catalog.setLanguage(Words.of("vector.language"));
    PDViewerPreferences shown = new PDViewerPreferences(new COSDictionary());
    shown.setDisplayDocTitle(true);
    catalog.setViewerPreferences(shown);
    document.getDocumentInformation().setTitle(told.title());
    document.getDocumentInformation().setCreator(Words.of("vector.pdf.creator"));
    // It is not compressed, so that it is found without a reader of PDF.
    catalog.setMetadata(new PDMetadata(document, new ByteArrayInputStream(Xmp.packet(told, recipes))));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  @Override public void close() throws IOException {
    endPage();
    document.close();
  }
}
