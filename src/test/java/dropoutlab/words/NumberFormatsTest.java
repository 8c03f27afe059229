package dropoutlab.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Numbers are written by this package alone, so that 0.125 is the same in every figure and in every read-out. Oracle:
/// the compiled classes, in which a number that becomes text is a call with a `double` or a `float`.
class NumberFormatsTest {
  private static final Path CLASSES = Path.of("target/classes/dropoutlab");
  private static final Set<String> WRITERS = Set.of("java/lang/String.format", "java/lang/String.formatted",
      "java/util/Formatter.format", "java/io/PrintStream.printf", "java/text/NumberFormat.format",
      "java/text/DecimalFormat.format", "java/math/BigDecimal.toString", "java/math/BigDecimal.toPlainString",
      "java/lang/Double.toString", "java/lang/Float.toString");
  private static final Set<String> OF_NUMBERS =
      Set.of("java/lang/String.valueOf", "java/lang/StringBuilder.append", "makeConcatWithConstants");
  /// What no person reads.
  private static final Map<String, String> OTHERS = Map.of(
      "figure/plot/Scale.<init>", "a precondition");

  @Test void figuresAndTheWindowWriteNoNumbersThemselves() throws IOException {
    Set<String> found = new TreeSet<>();
    for (String part : List.of("figure", "ui")) found.addAll(writers(CLASSES.resolve(part)));
    assertThat(found).containsExactlyInAnyOrderElementsOf(OTHERS.keySet());
  }

  /// The scan sees what it looks for: this package does write numbers.
  @Test void theFormatsThemselvesAreFound() throws IOException {
    assertThat(writers(CLASSES.resolve("words"))).contains("words/Numbers.typed", "words/Numbers.plain");
  }

  private static Set<String> writers(Path folder) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      // What a builder that the compiler was given writes, only a debugger shows.
      for (Path file : files.filter(each -> each.toString().matches(".*(?<!Builder)\\.class")).toList()) {
        ClassModel type = ClassFile.of().parse(file);
        for (MethodModel method : type.methods())
          if (method.code().stream().flatMap(code -> code.elementStream()).anyMatch(NumberFormatsTest::writes))
            found.add(type.thisClass().asInternalName().substring("dropoutlab/".length()) + "."
                + method.methodName().stringValue());
      }
    }
    return found;
  }

  private static boolean writes(CodeElement element) {
    return switch (element) {
      case InvokeDynamicInstruction call -> writes(call.name().stringValue(), call.type().stringValue());
      case InvokeInstruction call ->
          writes(call.owner().asInternalName() + "." + call.name().stringValue(), call.type().stringValue());
      default -> false;
    };
  }

  private static boolean writes(String call, String type) {
    String parameters = type.substring(1, type.indexOf(')')).replaceAll("L[^;]*;", "");
    boolean boxed = type.contains("Ljava/lang/Double;") || type.contains("Ljava/lang/Float;")
        || type.contains("Ljava/math/BigDecimal;");
    return WRITERS.contains(call) || OF_NUMBERS.contains(call) && (boxed || parameters.matches(".*[DF].*"));
  }
}
