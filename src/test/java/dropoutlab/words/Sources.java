package dropoutlab.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The program's own source, split into tokens, in which the tests of texts search.
final class Sources {
  private static final Path ROOT = Path.of("src/main/java/dropoutlab");
  private static final Pattern TOKEN = Pattern.compile("\\s+|//[^\\n]*|/\\*.*?\\*/|\"\"\"(?:\\\\.|[^\\\\])*?\"\"\"|"
      + "\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|[\\w$]+(?:\\.[\\w$]+)*|.", Pattern.DOTALL);

  private Sources() {}

  /// A literal, and the calls inside whose parentheses it is, the innermost first.
  record Literal(String file, String text, List<String> calls) {
    @Override public String toString() { return file + ": " + text; }
  }

  /// A call, and the source of each argument.
  record Call(String file, String name, List<List<String>> arguments) {
    @Override public String toString() { return file + ": " + name + arguments; }
  }

  /// Returns the paths below the program's own package, with slashes.
  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".java") && !name.endsWith("package-info.java")).sorted().toList();
    }
  }

  /// Returns the tokens without spaces and comments; a name with dots is one token.
  static List<String> tokens(String file) throws IOException {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(Files.readString(ROOT.resolve(file)));
    while (token.find()) {
      String text = token.group();
      if (!text.isBlank() && !text.startsWith("//") && !text.startsWith("/*")) tokens.add(text);
    }
    return tokens;
  }

  static List<Literal> literals(String file) throws IOException {
    List<Literal> literals = new ArrayList<>();
    Deque<String> calls = new ArrayDeque<>();
    String before = "";
    for (String token : tokens(file)) {
      if (token.equals("(")) calls.push(before);
      else if (token.equals(")")) calls.pop();
      else if (token.startsWith("\"\"\"")) literals.add(new Literal(file, token.substring(3, token.length() - 3), List.copyOf(calls)));
      else if (token.startsWith("\"")) literals.add(new Literal(file, token.substring(1, token.length() - 1), List.copyOf(calls)));
      before = token;
    }
    return literals;
  }

  /// Returns the calls of methods of [Words].
  static List<Call> wordsCalls(String file) throws IOException {
    List<Call> found = new ArrayList<>();
    List<String> tokens = tokens(file);
    for (int i = 0; i < tokens.size() - 1; i++)
      if (tokens.get(i).matches("Words\\.\\w+") && tokens.get(i + 1).equals("("))
        found.add(new Call(file, tokens.get(i).substring(6), arguments(tokens, i + 2)));
    return found;
  }

  private static List<List<String>> arguments(List<String> tokens, int from) {
    List<List<String>> arguments = new ArrayList<>(List.of(new ArrayList<>()));
    int depth = 0;
    for (int i = from; depth >= 0; i++) {
      String token = tokens.get(i);
      if ("([{".contains(token)) depth++;
      else if (")]}".contains(token)) depth--;
      if (depth == 0 && token.equals(",")) arguments.add(new ArrayList<>());
      else if (depth >= 0) arguments.getLast().add(token);
    }
    return arguments;
  }
}
