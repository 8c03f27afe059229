package dropoutlab.claim.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.claim.Settings;
import dropoutlab.frame.bench.FeaturesPicture.Sparse;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.predict.ProgressMonitor;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesAndSparsityTest {
  private static final int SIDE = 6, PICTURES = 90, CLASSES = 3;

  private final FeaturesAndSparsity bench = new FeaturesAndSparsity();

  private Findings find(Settings settings) { return bench.find(settings, ProgressMonitor.NOBODY); }

  private static Sparse picture(Findings of) { return (Sparse) of.picture(); }

  private Settings small() { return bench.defaults().with("units", 16).with("epochs", 3); }

  /// The directions of Figs 7 and 8 of Srivastava et al. 2014: sparser, less active, and no unit that a class leans on.
  /// Units are more alike, against what is often thought.
  @Test void theDifferencesAreThoseThatAreClaimed() {
    Findings found = find(bench.defaults());
    assertThat(found.rows().subList(1, 5)).allSatisfy(row -> {
      assertThat(row.verdict()).as(row.what()).isEqualTo(Verdict.DIFFERS);
      assertThat(row.exact().value()).as(row.what()).isPositive();
    });
    assertThat(found.answers()).hasSize(5);
    assertThat(found.answer().getFirst()).isEqualTo(found.headline().exact().value());
  }

  /// The paper's own network. What the engine finds with units pinned is the squared error in double precision.
  @Test void anAutoencoderIsSparserAndLessActiveToo() {
    Findings found = find(bench.defaults().with("task=reconstruct").with("epochs", 12));
    Sparse picture = picture(found);
    assertThat(picture.reconstructs()).isTrue();
    assertThat(picture.own().costs().cols()).isEqualTo(1);
    assertThat(found.rows()).noneSatisfy(row -> assertThat(row.verdict()).as(row.what()).isEqualTo(Verdict.FAILS));
    for (Sparse.Seed seed : picture.seeds()) {
      assertThat(seed.own().zeros()).isGreaterThan(seed.twin().zeros());
      assertThat(seed.own().mean()).isLessThan(seed.twin().mean());
      assertThat(seed.ownEngine().error()).isCloseTo(seed.own().error(), within(1e-5));
      assertThat(seed.twinEngine().half()).isCloseTo(seed.twin().half(), within(1e-5));
    }
  }

  @Test void withoutDropoutBothNetworksAreTheSame() {
    Findings found = find(small().with("p", 0));
    Sparse picture = picture(found);
    assertThat(picture.own().inputs()).isEqualTo(picture.twin().inputs());
    assertThat(picture.own().costs()).isEqualTo(picture.twin().costs());
    assertThat(found.rows().subList(1, 5)).allSatisfy(row -> assertThat(row.engine().value()).isZero());
  }

  /// The clock only runs on: a second order changes the mean by half of what it is off at most.
  @Test void moreOrdersBeginWithTheSame() {
    Sparse one = picture(find(small().with("orders", 1))), two = picture(find(small().with("orders", 2)));
    assertThat(two.away().at(0, Sparse.OWN_EXACT)).isEqualTo(one.away().at(0, Sparse.OWN_EXACT));
    for (int row = 0; row < one.away().rows(); row++)
      assertThat(2 * two.away().at(row, Sparse.OWN_EXACT) - one.away().at(row, Sparse.OWN_EXACT)).isBetween(0.0, 1.0);
  }

  @Test void thePicturesShowTheWeightsOrWhatWasAddedToThem() {
    Sparse learnt = picture(find(small())), all = picture(find(small().with("show=weights")));
    assertThat(learnt.learnt()).isTrue();
    double first = all.own().inputs().get(0) - learnt.own().inputs().get(0);
    assertThat(all.twin().inputs().get(0) - learnt.twin().inputs().get(0)).as("both begin alike")
        .isEqualTo(first, within(1e-9));
  }

  @Test void aFileOfOnesOwnIsReadWithTheLabelsBesideIt(@TempDir Path folder) throws IOException {
    Path images = folder.resolve("own-images-idx3-ubyte");
    writeBars(images, folder.resolve("own-labels-idx1-ubyte"));
    Findings found = find(small().withFile("images", images));
    assertThat(picture(found).width()).isEqualTo(SIDE);
    assertThat(picture(found).classes()).containsExactly("0", "1", "2");
    assertThat(found.rows()).noneSatisfy(row -> assertThat(row.verdict()).isEqualTo(Verdict.FAILS));
  }

  /// Pictures of a bar across one third of the picture each, and noise.
  private static void writeBars(Path images, Path labels) throws IOException {
    Random random = new Random(3);
    try (DataOutputStream pictures = new DataOutputStream(Files.newOutputStream(images));
         DataOutputStream classes = new DataOutputStream(Files.newOutputStream(labels))) {
      for (int word : new int[] {0x803, PICTURES, SIDE, SIDE}) pictures.writeInt(word);
      for (int word : new int[] {0x801, PICTURES}) classes.writeInt(word);
      for (int i = 0; i < PICTURES; i++) {
        classes.writeByte(i % CLASSES);
        for (int p = 0; p < SIDE * SIDE; p++)
          pictures.writeByte((p / SIDE / (SIDE / CLASSES) == i % CLASSES ? 150 : 0) + random.nextInt(100));
      }
    }
  }

  @Test void aFileWithoutLabelsIsRefusedInOneSentence(@TempDir Path folder) {
    assertThatThrownBy(() -> find(small().withFile("images", folder.resolve("images"))))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("labels");
  }

  @Test void aFileThatHoldsNoPicturesIsRefusedInOneSentence(@TempDir Path folder) throws IOException {
    Path images = Files.writeString(folder.resolve("images-idx3"), "no pictures");
    Files.writeString(folder.resolve("labels-idx1"), "no labels");
    assertThatThrownBy(() -> find(small().withFile("images", images))).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("images-idx3");
  }
}
