package dropoutlab.export.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.claim.catalogue.Benches;
import dropoutlab.data.DataSet;
import dropoutlab.export.StartedData;
import dropoutlab.export.picture.Film;
import dropoutlab.export.picture.Format;
import dropoutlab.export.picture.Page;
import dropoutlab.export.recipe.Subject.Moment;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.Phase;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Presets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every figure of the catalogue, every workspace and every bench as PNG, SVG, PDF and GIF: opened by a reader of
/// others, the recipe read back, and drawn again from it. Oracle: ImageIO, the XML parser of Java, PDFBox; and the
/// first files, byte by byte.
class PicturesTest {
  private static final List<Format> FORMATS = List.of(Format.PNG, Format.SVG, Format.PDF, Format.GIF);

  @TempDir Path dir;

  static Stream<String> figures() {
    return Stream.of(Arrays.stream(FigureKind.values()).map(FigureKind::id), Workspace.ids().stream(), Benches.ids()
        .stream())
        .flatMap(each -> each);
  }

  /// One that the figure fits, which learns little and fast.
  private static Experiment experiment(String figure) {
    String preset = switch (figure) {
      case "mc-band", "coverage" -> "cubic-gap";
      case "rotation", "separation", "image" -> "digits";
      case "body" -> "spatial";
      case "loss-pair", "variant", "equations", "workspace-variants" -> "gaussian";
      default -> "two-moons";
    };
    Experiment small = ExperimentJson.with(Presets.load(preset), List.of("data.validation=8"));
    return small.withTraining(small.training().withEpochs(2));
  }

  private Recipe recipe(String figure) {
    Page page = Page.ofPixels(260, 170, 1, Theme.LIGHT);
    boolean bench = Benches.named(figure).isPresent() || figure.equals(Workspace.THEORY.id());
    if (bench) return new Recipe(Program.version(), new Subject.OfBench(figure, List.of()), page, true,
        Optional.empty());
    Experiment experiment = experiment(figure);
    DataSet data = StartedData.load(experiment, Path.of(""));
    Moment end = new Moment(2 * Films.batches(experiment, data), Phase.UPDATE, OptionalInt.empty());
    return new Recipe(Program.version(), new Subject.OfRun(experiment, end, figure, Map.of("passes", "8", "seeds",
        "2")), page, false,
        Optional.empty());
  }

  @ParameterizedTest
  @MethodSource("figures")
  void isDrawnAgainFromEachOfItsFiles(String figure) throws Exception {
    Recipe recipe = recipe(figure);
    List<Path> files = FORMATS.stream().map(format -> dir.resolve("a." + format.id())).toList();
    write(recipe, files);
    for (Path file : files) {
      open(file);
      Recipe read = RecipeFiles.read(file);
      assertThat(read).as("%s", file).isEqualTo(recipe);
    }
    List<Path> again = FORMATS.stream().map(format -> dir.resolve("b." + format.id())).toList();
    write(RecipeFiles.read(files.getFirst()), again);
    for (int i = 0; i < files.size(); i++)
      assertThat(Files.readAllBytes(again.get(i))).as("%s", files.get(i)).isEqualTo(Files.readAllBytes(files.get(i)));
  }

  private static void write(Recipe recipe, List<Path> files) throws IOException {
    var sheet = Redraw.sheet(recipe, Path.of(""), ProgressMonitor.NOBODY);
    Shoot.write(files, () -> sheet, () -> Film.still(sheet), ProgressMonitor.NOBODY);
  }

  private static void open(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    switch (Format.of(file).orElseThrow()) {
      case PNG, GIF -> assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth()).isEqualTo(260);
      case SVG -> {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        assertThat(factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)).getDocumentElement()
            .getLocalName()).isEqualTo("svg");
      }
      case PDF -> {
        try (var pdf = Loader.loadPDF(bytes)) {
          assertThat(pdf.getNumberOfPages()).isEqualTo(1);
          assertThat(new PDFTextStripper().getText(pdf)).isNotNull();
        }
      }
      case FRAMES, CSV -> throw new IllegalStateException();
    }
  }
}
