package dropoutlab.export.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.predict.ProgressMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Oracles: the names in the folder, ImageIO, and the sheets as single PNG.
class FramesFolderTest {
  private static final Page PAGE = Page.of(Purpose.SLIDE_WIDE).withDpi(18);

  @TempDir Path dir;

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test void framesStandInAFolderWithTheLineThatMakesAFilmOfThem() throws IOException {
    Film film = Samples.film(PAGE, 3, true);
    Path folder = dir.resolve("loss.frames");
    FramesFolder.write(film, folder, ProgressMonitor.NOBODY);
    assertThat(names(folder)).containsExactly("ffmpeg.txt", "loss-0000.png", "loss-0001.png", "loss-0002.png");
    assertThat(Files.readString(folder.resolve("ffmpeg.txt"))).contains("ffmpeg -framerate 12 -i loss-%04d.png ")
        .contains("stop_duration=2,").endsWith("loss.mp4\n");
    assertThat(Files.readAllBytes(folder.resolve("loss-0001.png")))
        .isEqualTo(PngFile.bytes(film.sheet().apply(1).as(film.layout())));
    assertThat(ImageIO.read(folder.resolve("loss-0002.png").toFile()).getWidth()).isEqualTo(240);
    assertThat(names(dir)).containsExactly("loss.frames");
  }

  @Test void anOlderFolderOfFramesIsReplaced() throws IOException {
    Path folder = dir.resolve("loss.frames");
    FramesFolder.write(Samples.film(PAGE, 5, true), folder, ProgressMonitor.NOBODY);
    FramesFolder.write(Samples.film(PAGE, 2, true), folder, ProgressMonitor.NOBODY);
    assertThat(names(folder)).containsExactly("ffmpeg.txt", "loss-0000.png", "loss-0001.png");
    assertThat(names(dir)).containsExactly("loss.frames");
  }

  @Test void aFolderWithAnythingElseStaysAsItIs() throws IOException {
    Path folder = Files.createDirectory(dir.resolve("thesis"));
    Files.writeString(folder.resolve("chapter.tex"), "years of work");
    assertThatThrownBy(() -> FramesFolder.write(Samples.film(PAGE, 2, true), folder, ProgressMonitor.NOBODY))
        .isInstanceOf(IOException.class).hasMessage("The folder thesis holds something else, as chapter.tex: choose an empty "
            + "or a new folder.");
    assertThat(names(folder)).containsExactly("chapter.tex");
    Path file = Files.writeString(dir.resolve("notes"), "a");
    assertThatThrownBy(() -> FramesFolder.write(Samples.film(PAGE, 2, true), file, ProgressMonitor.NOBODY))
        .isInstanceOf(IOException.class).hasMessageContaining("notes is a file");
  }

  @Test void givenUpOrFailedItLeavesNothing() throws IOException {
    Path folder = dir.resolve("loss.frames");
    int[] told = {0};
    ProgressMonitor monitor = new ProgressMonitor() {
      @Override public boolean abandoned() { return told[0] > 2; }

      @Override public void done(double share) { told[0]++; }
    };
    assertThatThrownBy(() -> FramesFolder.write(Samples.film(PAGE, 9, true), folder, monitor))
        .isInstanceOf(CancellationException.class);
    Film failing = new Film(9, i -> {
      if (i == 5) throw new IllegalStateException("no such frame");
      return Samples.sheet(PAGE, "");
    }, 10, 1, false);
    assertThatThrownBy(() -> FramesFolder.write(failing, folder, ProgressMonitor.NOBODY))
        .isInstanceOf(IllegalStateException.class);
    assertThat(names(dir)).isEmpty();
  }
}
