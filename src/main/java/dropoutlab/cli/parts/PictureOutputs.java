package dropoutlab.cli.parts;

import dropoutlab.export.picture.Format;
import dropoutlab.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Where pictures go, and what is told of them beside.
public final class PictureOutputs {
  @Option(names = "--out", paramLabel = "FILE")
  private List<Path> files = List.of();

  @Option(names = "--as", paramLabel = "FORMAT", split = ",")
  private List<String> formats = List.of();

  @Option(names = "--handout", paramLabel = "FILE.pdf")
  private Path handout;

  @Option(names = "--check")
  private boolean checks;

  @Option(names = "--describe")
  private boolean describes;

  private boolean all;

  /// All that can be known before a long training.
  ///
  /// @param all whether all figures are drawn into a folder
  public void check(boolean all) {
    this.all = all;
    if (files.isEmpty() && handout == null && !checks && !describes)
        throw new CallerMistake(Words.of("cli.render.no_out"));
    if (all && files.size() > 1) throw new CallerMistake(Words.of("cli.render.one_folder"));
    if (!all && !formats.isEmpty()) throw new CallerMistake(Words.of("cli.render.as"));
    for (String format : formats) format(format);
    for (Path file : files) {
      if (all) Outputs.requireFolder(file);
      else requireFile(file);
    }
    if (handout == null) return;
    if (Format.of(handout).filter(Format.PDF::equals).isEmpty()) throw new CallerMistake(Words.of("cli.render.handout",
        handout));
    Outputs.requireFile("--handout", handout);
  }

  private static void requireFile(Path file) {
    Format format = Format.of(file).orElseThrow(() -> new CallerMistake(Words.of("cli.render.ending", file)));
    if (format != Format.FRAMES) Outputs.requireFile("--out", file);
    else if (Files.isDirectory(file.toAbsolutePath().getParent())) Outputs.requireFolder(file);
    else throw new CallerMistake(Words.of("cli.file.no_folder", "--out", file.toAbsolutePath().getParent()));
  }

  public void requireOther(Path read) {
    for (Path file : files) Outputs.requireOther("--out", file, read);
    if (handout != null) Outputs.requireOther("--handout", handout, read);
  }

  private static Format format(String id) {
    return Format.of(Path.of("." + id)).filter(format -> !format.moves()).orElseThrow(() ->
        new CallerMistake(Words.of("cli.render.formats", id)));
  }

  /// The files of a figure.
  public List<Path> of(String figure) {
    if (!all) return files;
    List<Path> named = new ArrayList<>();
    for (Path folder : files) for (String format : formats.isEmpty() ? List.of(Format.PNG.id()) : formats)
      named.add(folder.resolve(figure + "." + format(format).id()));
    return named;
  }

  /// The folder that all figures are drawn into.
  public Optional<Path> folder() { return all ? files.stream().findFirst() : Optional.empty(); }

  public Optional<Path> handout() { return Optional.ofNullable(handout); }

  public boolean checks() { return checks; }

  public boolean describes() { return describes; }

  /// Whether a still picture is wanted beside its files.
  public boolean told() { return checks || describes || handout != null; }
}
