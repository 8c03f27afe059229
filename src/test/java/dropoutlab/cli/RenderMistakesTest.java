package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is wrong in a line of `render`, told in one sentence before anything is trained or written. Oracle: the
/// sentences.
class RenderMistakesTest extends Commands {
  private static final String LOSS = "render two-moons --figure loss ";

  @Test void ofFiguresAndFiles() throws IOException {
    refused("render two-moons --figure loss", "--out: name a file, or ask for --describe, --check or a --handout.");
    refused("render two-moons --out DIR/a.png",
        "--figure: name a figure (see: dropout-lab list figures), or a picture of this "
        + "program in place of the experiment.");
    refused("render --figure loss --out DIR/a.png",
        "Name an experiment: a preset or a file. See: dropout-lab list presets.");
    refused("render two-moons --figure equalise --out DIR/a.png",
        "The figure equalise is of a bench and needs no experiment.");
    refused(LOSS + "--out DIR/a.bmp",
        "--out: the file's name must end in .png, .svg, .pdf, .gif, .csv or .frames, but is DIR/a.bmp.");
    refused(LOSS + "--out DIR/none/a.frames", "--out: there is no folder DIR/none; make it first.");
    refused(LOSS + "--handout DIR/a.png", "--handout: the file's name must end in .pdf, but is DIR/a.png.");
    refused("render two-moons --figures all --out DIR/a --out DIR/b",
        "--out: all figures go into one folder; name it once.");
    refused(LOSS + "--as png --out DIR/a.png",
        "--as goes with --figures all; else the name of the file says the format.");
    refused("render two-moons --figures all --as gif --out DIR/a", "--as: must be png, svg, pdf or csv, but is gif.");
    refused("render DIR/none.png --out DIR/a.png", "There is no file DIR/none.png.");
  }

  @Test void ofPages() throws IOException {
    refused(LOSS + "--for blackboard --out DIR/a.png",
        "--for: there is no purpose \"blackboard\". Known: slide-16:9, slide-4:3, paper, poster, own.");
    refused(LOSS + "--size wide --out DIR/a.png",
        "--size: expected WIDTHxHEIGHT as in 900x600, 12x8cm, 120x80mm or 5x3in, but is wide.");
    refused(LOSS + "--size 9e9x3cm --out DIR/a.png",
        "--size: expected WIDTHxHEIGHT as in 900x600, 12x8cm, 120x80mm or 5x3in, but is 9e9x3cm.");
    refused(LOSS + "--size 900x8cm --out DIR/a.png", "the width in cm must be from 0.1 to 500, but is 900.");
    refused(LOSS + "--for slide-16:9 --dpi 1600 --out DIR/a.png",
        "That would be 21,335 px wide: at most 16,384. Take 1,228 dpi or less.");
    refused(LOSS + "--scale 2 --dpi 96 --out DIR/a.png",
        "--scale and --dpi both say how many pixels there are; give one of them.");
    refused(LOSS + "--words -1 --out DIR/a.png", "the size of words in pt must be from 0 to 500, but is -1.");
    refused(LOSS + "--lines 0 --out DIR/a.png", "the width of lines must be from 0.1 to 20, but is 0.");
    refused(LOSS + "--theme pink --out DIR/a.png",
        "--theme: there is no theme \"pink\". Known: light, dark, projector, print.");
  }

  @Test void ofWhatIsAsked() throws IOException {
    refused(LOSS + "--passes 0 --out DIR/a.png", "--passes: T must be from 1 to 10000, but is 0.");
    refused(LOSS + "--example 0 --out DIR/a.png", "--example: examples are counted from 1, but it is 0.");
    refused(LOSS + "--example 500 --out DIR/a.png",
        "--example: the validation data have the examples 1 to 400, but it is 500.");
    refused(LOSS + "--seeds 0 --out DIR/a.png", "--seeds: must be from 1 to 1000, but is 0.");
    refused(LOSS + "--ensemble 1000 --out DIR/a.png", "--ensemble: must be from 0 to 100 members, but is 1000.");
    refused(LOSS + "--probe here --out DIR/a.png", "--probe: expected x or x,y as in 0.5,-1, but is here.");
    refused(LOSS + "--probe 1 --out DIR/a.png", "--probe: these data have 2 inputs: name a place as 0.5,-1.");
    refused("render digits --figure mc --probe 1,1 --out DIR/a.png",
        "--probe: these data have more than two inputs, and so no places; choose an --example.");
    refused(LOSS + "--network B --out DIR/a.png",
        "--network: no network beside is called \"B\"; this experiment has none.");
    refused(LOSS + "--step many --out DIR/a.png",
        "--step: expected a number of steps, as 120 or 120:mask, but is many.");
    refused(LOSS + "--past -1 --out DIR/a.png", "--past: an epoch is 0 or more, but is −1.");
    refused(LOSS + "--epochs 2 --past 5 --out DIR/a.png",
        "--past: the run has 2 epochs, and so none with the number 5.");
  }

  @Test void ofFilms() throws IOException {
    refused(LOSS + "--animate fast --out DIR/a.gif",
        "--animate: expected a range as epochs=0..400:5, batches=0..20, passes=1..100 or p=0..0.9:0.1, but is fast.");
    refused(LOSS + "--fps 12 --out DIR/a.gif", "--fps, --last and --once need --animate.");
    refused(LOSS + "--animate epochs=5..1 --out DIR/a.gif",
        "An animation goes from a number to one that is not smaller, in steps of more than 0, with 1 to 50 frames a second.");
    refused(LOSS + "--epochs 3 --animate epochs=0..9 --out DIR/a.gif",
        "--animate: the run has 3 epochs, and so none with the number 9.");
    refused(LOSS + "--animate epochs=0..1.5:.5 --out DIR/a.gif",
        "--animate: epochs, batches and passes are whole numbers of 0 or more.");
    refused(LOSS + "--animate batches=0..1000 --out DIR/a.gif",
        "--animate: a film has 1 to 600 frames; take larger steps.");
    refused(LOSS + "--animate passes=0..9 --out DIR/a.gif", "--animate: passes go from 1 to 10000.");
    refused(LOSS + "--animate p=0..1:.5 --out DIR/a.gif", "--animate: p goes from 0 to less than 1.");
    refused("render noisy-line --figure loss --animate p=0..0.5:.5 --out DIR/a.gif",
        "--animate: this network has no place whose p could change.");
    refused("render two-moons --figure critique --animate epochs=0..1 --out DIR/a.gif",
        "--animate: the figure critique does not change with the run; leave it out.");
    refused("render --figure equalise --animate p=0..0.5:.5 --out DIR/a.gif",
        "--animate: only figures of a run move; leave it out.");
    refused("render two-moons --figures all --animate epochs=0..1 --out DIR/a", "--animate moves one figure; name it.");
  }

  @Test void ofPicturesThatAreDrawnAgain() throws IOException {
    good("render two-moons --epochs 1 --figure loss --size 200x150 --out DIR/a.png");
    refused("render DIR/a.png --out DIR/a.png", "--out: DIR/a.png is what is read; name another file.");
    for (String option : List.of("--epochs 2", "--figure masks", "--passes 3", "--set seed=3", "--step 3",
        "--animate epochs=0..1"))
      refused("render DIR/a.png " + option + " --out DIR/b.png", (option.startsWith("--figure") ? "--figures"
      : option.split(" ")[0])
          + " stands in the recipe of DIR/a.png already; leave it out.");
    write("cut.png", "x");
    refused("recipe DIR/cut.png",
        "DIR/cut.png is neither a picture nor a recipe: name a PNG, SVG, PDF or GIF of this program.");
  }

  @Test void aDescriptionAndChecksGoToTheStandardOutput() {
    Result result = run(LOSS + "--epochs 2 --for slide-16:9 --describe --check");
    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines().toList()).hasSizeGreaterThan(4).anyMatch(line -> line.startsWith("✓ ")).first()
        .asString().startsWith("Loss");
  }

  @Test void allFiguresThatFitAreDrawnAndTheOthersNamed() throws IOException {
    Result result = run("render cubic-gap --epochs 1 --seeds 1 --passes 5 --size 200x150 --scale 1 --figures all --as png,csv --out DIR/all --handout "
        + "DIR/h.pdf");
    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines()).anyMatch(line -> line.startsWith("The figure rotation"));
    assertThat(dir.resolve("all")).isDirectoryContaining("glob:**/mc-band.png")
        .isDirectoryContaining("glob:**/loss.csv")
        .isDirectoryContaining("glob:**/seeds.png").isDirectoryNotContaining("glob:**/rotation.png")
        .isDirectoryNotContaining("glob:**/equations.csv");
    assertThat(dir.resolve("h.pdf")).exists();
  }

  @Test void aWorkspaceHasATableForEachFigure() throws IOException {
    good("render two-moons --epochs 2 --passes 5 --figure workspace-train --out DIR/train.csv");
    assertThat(names()).contains("train-loss.csv", "train-mc.csv");
  }
}
