package dropoutlab.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WhichWhenTest {
  @Test void everyLineLeadsToACardAndSaysWhereAndHowMuch() {
    WhichWhen page = WhichWhen.page();
    assertThat(page.title()).isNotBlank();
    assertThat(page.lead()).isNotBlank();
    assertThat(page.parts()).hasSizeGreaterThanOrEqualTo(6);
    for (WhichWhen.Part part : page.parts())
      assertThat(part.lines()).as(part.title()).isNotEmpty()
          .allSatisfy(line -> assertThat(List.of(line.where(), line.rate())).noneMatch(String::isBlank));
  }

  /// A person who looks for a method that the program has must find it on the page, unless another form of it stands there.
  @Test void nearlyEveryMethodStandsOnThePage() {
    var told = WhichWhen.page().parts().stream().flatMap(part -> part.lines().stream()).map(line -> line.method().name())
        .collect(Collectors.toSet());
    assertThat(Cards.all().stream().map(MethodCard::name).filter(name -> !told.contains(name)))
        .containsExactlyInAnyOrder("standard", "learnt-gaussian", "targeted-units", "l1");
  }

  @Test void aWrongLineIsToldByWhatIsWrong() {
    assertThatExceptionOfType(CardException.class).isThrownBy(() -> WhichWhen.read("# t\n\n## p\n\n| inverted | a |\n"))
        .withMessageContaining("4 cells");
    assertThatIllegalArgumentException().isThrownBy(() -> WhichWhen.read("# t\n\n## p\n\n| nothing | a | b | c |\n"))
        .withMessageContaining("nothing");
  }
}
