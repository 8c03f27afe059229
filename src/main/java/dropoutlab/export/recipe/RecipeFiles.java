package dropoutlab.export.recipe;

import dropoutlab.export.picture.Format;
import dropoutlab.export.picture.GifFile;
import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.PdfFile;
import dropoutlab.export.picture.PngFile;
import dropoutlab.export.picture.Purpose;
import dropoutlab.export.picture.SvgFile;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.StrictJson;
import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Recipes out of files: pictures of this program in each of its formats, and recipes and experiments as JSON text.
/// What a file is, its first bytes say, not its name.
public final class RecipeFiles {
  private static final long MOST_BYTES = 256L << 20;
  private static final int HEAD = 4096;

  private RecipeFiles() {}

  private enum Kind { PNG, GIF, PDF, SVG, JSON, OTHER }

  /// Whether a file is named or begins as a picture, or is the text of a recipe: then [#read] is to be asked.
  public static boolean may(Path file) {
    if (Format.of(file).filter(format -> format != Format.CSV && format != Format.FRAMES).isPresent()) return true;
    try (var in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(HEAD);
      return switch (kind(head)) {
        case PNG, GIF, PDF, SVG -> true;
        case JSON -> text(head).contains('"' + RecipeText.FORMAT + '"');
        case OTHER -> false;
      };
    } catch (IOException _) {
      return false;
    }
  }

  /// @throws ExperimentException with one sentence: for pictures of others, for damaged ones, and for those that have
  /// lost their recipe on their way
  public static Recipe read(Path file) {
    byte[] bytes = bytes(file);
    String name = file.toString();
    Kind kind = kind(bytes);
    if (kind == Kind.JSON) return json(utf8(bytes, name), name);
    return RecipeText.read(found(kind, bytes, name), name);
  }

  /// A text without a format is an experiment: its recipe is that of a run that is not begun.
  private static Recipe json(String text, String name) {
    if (text.length() > RecipeText.MOST_CHARACTERS) throw new ExperimentException(Words.of("recipe.large", name,
        RecipeText.MOST_CHARACTERS >> 20));
    ObjectNode tree = StrictJson.parse(text, name);
    if (tree.has("format")) return RecipeText.read(tree, name);
    return new Recipe(Program.version(), new Subject.OfRun(ExperimentJson.read(text, name), Rerun.before(),
        Workspace.TRAIN.id(), Map.of()),
        Page.of(Purpose.SLIDE_WIDE), true, Optional.empty());
  }

  private static String found(Kind kind, byte[] bytes, String name) {
    Optional<String> found;
    try {
      found = switch (kind) {
        case PNG -> PngFile.recipe(bytes);
        case GIF -> GifFile.recipe(bytes);
        case PDF -> PdfFile.recipe(bytes);
        case SVG -> SvgFile.recipe(bytes);
        case JSON, OTHER -> throw new ExperimentException(Words.of("recipe.file.other", name));
      };
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(Words.of("recipe.file.damaged", name), e);
    }
    return found.orElseThrow(() -> new ExperimentException(Words.of("recipe.file.stripped", name)));
  }

  private static Kind kind(byte[] bytes) {
    if (begins(bytes, "\u0089PNG\r\n")) return Kind.PNG;
    if (begins(bytes, "GIF8")) return Kind.GIF;
    if (begins(bytes, "%PDF-")) return Kind.PDF;
    String head = text(bytes).replace("\uFEFF", "").stripLeading();
    if (head.startsWith("{")) return Kind.JSON;
    return head.startsWith("<") && head.contains("<svg") ? Kind.SVG : Kind.OTHER;
  }

  private static boolean begins(byte[] bytes, String with) {
    for (int i = 0; i < with.length(); i++) if (i >= bytes.length || (bytes[i] & 0xFF) != with.charAt(i)) return false;
    return true;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.isDirectory(file)) throw new ExperimentException(Words.of("recipe.file.folder", file));
      if (!Files.exists(file)) throw new ExperimentException(Words.of("recipe.file.missing", file));
      if (!Files.isRegularFile(file)) throw new ExperimentException(Words.of("recipe.file.irregular", file));
      if (Files.size(file) > MOST_BYTES) throw new ExperimentException(Words.of("recipe.file.large", file,
          MOST_BYTES >> 20));
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length == 0) throw new ExperimentException(Words.of("recipe.file.empty", file));
      return bytes;
    } catch (AccessDeniedException e) {
      throw new ExperimentException(Words.of("recipe.file.denied", file), e);
    } catch (IOException e) {
      throw new ExperimentException(Words.of("recipe.file.unreadable", file), e);
    }
  }

  private static String utf8(byte[] bytes, String name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ExperimentException(Words.of("recipe.file.damaged", name), e);
    }
  }
}
