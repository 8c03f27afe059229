package dropoutlab.export.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.Pin;
import dropoutlab.spec.Presets;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A share code gives back exactly the experiment that it was made of, or a sentence.
class ShareCodeTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /// Equal first signs of two names would make one preset out of two: then rename the newer one.
  @Test void everyPresetHasACodeOfItsOwnOfTwelveSigns() {
    Map<String, String> codes = new HashMap<>();
    for (String preset : Presets.names()) {
      String code = ShareCode.of(Presets.load(preset));
      assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}");
      assertThat(codes.put(code.substring(1, 4), preset)).as(preset).isNull();
      assertThat(ShareCode.read(code)).isEqualTo(new ShareCode.Read(Presets.load(preset), preset, Optional.empty()));
    }
  }

  @Test void inputsAsTargetsComeBackEqual() {
    Experiment digits = Presets.load("digits");
    Experiment autoencoder = digits.withData(new DataSpec.Autoencoder(digits.data()));
    assertThat(ShareCode.read(ShareCode.of(autoencoder)).experiment()).isEqualTo(autoencoder);
  }

  @Test void presetsWithRandomChangesComeBackEqual() {
    Changes changes = new Changes(1);
    List<Integer> lengths = new ArrayList<>();
    int refused = 0;
    for (String preset : Presets.names()) for (int i = 0; i < 60; i++) {
      Experiment changed = changes.of(Presets.load(preset), 1 + i % 6);
      try {
        String code = ShareCode.of(changed);
        lengths.add(code.length());
        assertThat(ShareCode.read(code).experiment()).as(code).isEqualTo(changed);
        assertThat(ShareCode.read(code).word()).isEmpty();
      } catch (ExperimentException e) {
        refused++;
        assertThat(e).hasMessage("So many changes do not fit into a share code: save the experiment as a file and share that.");
      }
    }
    lengths.sort(null);
    IO.println("share codes: " + lengths.size() + " of changed presets, median " + lengths.get(lengths.size() / 2)
        + " signs with hyphens, " + refused + " refused as too long");
    assertThat(refused).isLessThan(lengths.size() / 10);
  }

  @Test void aSeedOrADropRateTakesAFewSignsMore() {
    Experiment moons = Presets.load("two-moons");
    assertThat(ShareCode.of(moons.withSeed(1234))).hasSizeLessThan(30);
    assertThat(ShareCode.of(moons.withNetwork(moons.network().withDropRates(List.of(0.0, 0.5, 0.5))))).hasSizeLessThan(40);
  }

  @Test void whatPeopleTypeInsteadIsUnderstood() {
    Experiment wanted = Presets.load("two-moons").withSeed(1110);
    String code = ShareCode.of(wanted);
    for (String typed : List.of(code.toLowerCase(Locale.ROOT), code.replace("-", ""), code.replace('-', ' '),
        " " + code + "\n", code.replace('-', '\u2013'), code.replace('-', '\u2011'), code.replace('0', 'O').replace('1', 'I'),
        code.toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l')))
      assertThat(ShareCode.read(typed).experiment()).as(typed).isEqualTo(wanted);
  }

  private static void assertRefused(String code, String sentence) {
    assertThatThrownBy(() -> ShareCode.read(code)).as(code).isInstanceOf(ExperimentException.class)
        .hasMessageContaining(sentence).message().endsWith(".");
  }

  /// All wrong signs, all exchanged neighbours and all missing signs of all presets.
  @Test void everyMistakeInCopyingIsNoticed() {
    for (String preset : Presets.names()) {
      String code = ShareCode.of(Presets.load(preset)).replace("-", "");
      for (int at = 0; at < code.length(); at++) {
        for (char sign : ALPHABET.toCharArray())
          if (sign != code.charAt(at)) assertRefused(code.substring(0, at) + sign + code.substring(at + 1), "mistake");
        assertRefused(code.substring(0, at) + code.substring(at + 1), "share code");
        if (at > 0 && code.charAt(at) != code.charAt(at - 1))
          assertRefused(code.substring(0, at - 1) + code.charAt(at) + code.charAt(at - 1) + code.substring(at + 1), "mistake");
      }
    }
  }

  @Test void othersAreRefusedWithASentence() {
    assertRefused("", "no share code");
    assertRefused("mUoons", "no \"U\"");
    assertRefused("hello, world!", "no \",\"");
    assertRefused("x".repeat(100_000), "no share code");
    assertRefused("\uD83D\uDE00" + ShareCode.of(Presets.load("digits")), "no \"\uD83D\uDE00\"");
  }

  @Test void whatIsTooLongOrHasFilesIsOfferedAsAFile() {
    Experiment moons = Presets.load("two-moons");
    assertThatThrownBy(() -> ShareCode.of(moons.with(e -> e.data(new DataSpec.Csv("a.csv", "y", null, 0.25, null)))))
        .hasMessage("A share code cannot carry a.csv: save the experiment as a file and share both.");
    Random random = new Random(1);
    List<Intervention> pins = IntStream.range(0, 100).<Intervention>mapToObj(step -> new Intervention.SetPin(
        step + random.nextInt(9), 1, random.nextInt(16), Pin.values()[random.nextInt(Pin.values().length)])).toList();
    assertThatThrownBy(() -> ShareCode.of(moons.withInterventions(pins))).hasMessageContaining("save the experiment as a file");
  }

  /// As if the preset had been another when the code was made: its fingerprint and the check are others.
  @Test void thatAPresetHasChangedSinceIsSaid() {
    for (Experiment each : List.of(Presets.load("two-moons"), Presets.load("two-moons").withSeed(9))) {
      String code = ShareCode.of(each).replace("-", "");
      String earlier = code.substring(0, 4) + "ABC" + code.substring(7, code.length() - 5);
      ShareCode.Read read = ShareCode.read(earlier + checkOf(earlier));
      assertThat(read.experiment()).isEqualTo(each);
      assertThat(read.word()).hasValue("The preset \"two-moons\" is not as it was when this code was made, so the run may differ.");
    }
  }

  @Test void codesOfNewerVersionsSaySo() {
    String code = ShareCode.of(Presets.load("two-moons")).replace("-", "");
    String newer = "H" + code.substring(1, 7), unknown = code.charAt(0) + "ZZZ" + code.substring(4, 7);
    assertRefused(newer + checkOf(newer), "from a newer Dropout Lab");
    assertRefused(unknown + checkOf(unknown), "begins with a preset that this version of Dropout Lab does not have");
  }

  /// Oracle: the first 25 bits of the hash, written with the library's base 32 of the same order.
  private static String checkOf(String signs) {
    BigInteger hash = new BigInteger(1, Checksum.raw(signs)).shiftRight(256 - 25);
    String digits = hash.toString(32);
    StringBuilder check = new StringBuilder();
    for (char each : "0".repeat(5 - digits.length()).concat(digits).toCharArray())
      check.append(ALPHABET.charAt(Character.digit(each, 32)));
    return check.toString();
  }

  /// Another dictionary would make every code with changes unreadable: a new one needs forms of its own.
  @Test void theDictionaryIsTheOneOfAllCodesBefore() throws IOException {
    assertThat(Checksum.of(Files.readAllBytes(Path.of("assets/share/dictionary-1.txt")))).startsWith("8880459b676abbae");
  }
}
