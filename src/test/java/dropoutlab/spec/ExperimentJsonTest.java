package dropoutlab.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Oracles: experiments and sentences written by hand.
class ExperimentJsonTest {
  private static final DataSpec MOONS = new DataSpec.Generated(GeneratedSet.TWO_MOONS, 64, 400, 0.33, null);

  private static Experiment experiment(DataSpec data, OptimiserSpec optimiser, List<Intervention> interventions) {
    var layers = List.of(new NetworkSpec.HiddenLayer(3, Activation.LEAKY_RELU, 0.1 + 0.2),
        new NetworkSpec.HiddenLayer(5, Activation.SELU, 0));
    return new Experiment("é \"quoted\"", new Card("look", "expect"), data,
        new NetworkSpec(0.2, layers, Initialisation.LECUN), optimiser, new RegulariserSpec(1e-7, 1.0 / 3, 2.5),
        new TrainingSpec(3, 8, false), 9_007_199_254_740_991L, interventions);
  }

  @Test
  void anEmptyObjectIsTheDefaultExperiment() {
    Experiment e = ExperimentJson.read("{}", "folder/my run.json");
    assertThat(e.title()).isEqualTo("my run");
    assertThat(e.card()).isNull();
    assertThat(e.data()).isEqualTo(MOONS);
    var layer = new NetworkSpec.HiddenLayer(16, Activation.RELU, 0.3);
    assertThat(e.network()).isEqualTo(new NetworkSpec(0, List.of(layer, layer), Initialisation.HE));
    assertThat(e.optimiser()).isEqualTo(new OptimiserSpec.Adam(0.008, 0.9, 0.999, 1e-8));
    assertThat(e.regulariser()).isEqualTo(new RegulariserSpec(0, 0, 0));
    assertThat(e.training()).isEqualTo(new TrainingSpec(200, 16, true));
    assertThat(e.seed()).isEqualTo(7);
    assertThat(e.interventions()).isEmpty();
  }

  @Test
  void eachTypeOfDataHasItsOwnDefaults() {
    assertThat(ExperimentJson.read("{\"data\": {\"type\": \"mauna-loa\"}}", "x").data())
        .isEqualTo(new DataSpec.MaunaLoa(1995, null));
    assertThat(ExperimentJson.read("{\"data\": {\"type\": \"csv\", \"path\": \"a.csv\", \"target\": \"t\"}}", "x").data())
        .isEqualTo(new DataSpec.Csv("a.csv", "t", null, 0.25, null));
    assertThat(ExperimentJson.read("{\"data\": {\"type\": \"idx\", \"images\": \"i\", \"labels\": \"l\"}}", "x").data())
        .isEqualTo(new DataSpec.Idx("i", "l", null, null, 0.25, 0, false, null));
    assertThat(ExperimentJson.read("{\"data\": {\"set\": \"noisy-line\", \"seed\": 3}}", "x").data())
        .isEqualTo(new DataSpec.Generated(GeneratedSet.NOISY_LINE, 64, 400, 0.33, 3L));
  }

  @Test
  void glorotIsAnotherNameOfXavier() {
    assertThat(ExperimentJson.read("{\"network\": {\"initialisation\": \"glorot-uniform\"}}", "x").network()
        .initialisation()).isEqualTo(Initialisation.XAVIER_UNIFORM);
    assertThat(ExperimentJson.read("{\"network\": {\"initialisation\": \"glorot\"}}", "x").network().initialisation())
        .isEqualTo(Initialisation.XAVIER);
    assertThat(ExperimentJson.read("{\"network\": {\"initialisation\": \"he-uniform\"}}", "x").network()
        .initialisation()).isEqualTo(Initialisation.HE_UNIFORM);
  }

  @Test
  void aLayerThatNamesNoDropRateDropsNothing() {
    assertThat(ExperimentJson.read("{\"network\": {\"hidden\": [{\"units\": 4}]}}", "x").network().hidden())
        .containsExactly(new NetworkSpec.HiddenLayer(4, Activation.RELU, 0));
  }

  @Test
  void writingAndReadingGivesAnEqualExperiment() {
    List<DataSpec> data = List.of(MOONS, new DataSpec.MaunaLoa(1990, 5L),
        new DataSpec.Csv("C:\\data\\a b.csv", "ziel", Task.REGRESSION, 1.0 / 7, null),
        new DataSpec.Idx("i.gz", "l.gz", "vi", "vl", 0.1, 1000, true, 0L),
        new DataSpec.Points(Task.CLASSIFICATION, List.of(new DataSpec.Point(-0.1, 1e-300, 1)), 0.5, null));
    List<OptimiserSpec> optimisers = List.of(new OptimiserSpec.Sgd(0.1), new OptimiserSpec.Momentum(0.1, 0.9),
        new OptimiserSpec.Nesterov(0.1, 0.95), new OptimiserSpec.RmsProp(0.001, 0.9, 1e-8),
        new OptimiserSpec.Adam(0.001, 0.9, 0.999, 1e-8), new OptimiserSpec.AdamW(0.001, 0.9, 0.999, 1e-8, 0.01));
    List<Intervention> live = List.of(new Intervention.SetDropRates(40, List.of(0.0, 0.5, 0.25)),
        new Intervention.SetPin(41, 1, 2, Pin.DROPPED));
    for (DataSpec d : data) for (OptimiserSpec o : optimisers) {
      Experiment e = experiment(d, o, live);
      String text = ExperimentJson.write(e);
      assertThat(ExperimentJson.read(text, "x")).isEqualTo(e);
      assertThat(text).endsWith("}\n").doesNotContain("\r").isEqualTo(ExperimentJson.write(e));
    }
  }

  @Test
  void theTextKeepsTheOrderOfTheRecordsAndNamesEnumsInKebabCase() {
    String text = ExperimentJson.write(experiment(MOONS, new OptimiserSpec.Sgd(0.1), List.of()));
    assertThat(text).contains("\"set\": \"two-moons\"").contains("\"activation\": \"leaky-relu\"")
        .doesNotContain("null");
    assertThat(text.indexOf("\"title\"")).isLessThan(text.indexOf("\"data\""));
    assertThat(text.indexOf("\"training\": {")).isLessThan(text.indexOf("\"seed\": 9007199254740991"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "{'network':{'hidden':[{},{'drop':1.2}]}} | network.hidden[1].drop: a drop rate must be in [0, 1), but is 1.2.",
      "{'network':{'inputDrop':1}} | network.inputDrop: a drop rate must be in [0, 1), but is 1.",
      "{'network':{'hiden':[]}} | network.hiden: unknown key; did you mean \"hidden\"? Known: inputDrop, body, hidden, "
          + "initialisation.",
      "{'network':{'hidden':[{'unit':3}]}} | network.hidden[0].unit: unknown key; did you mean \"units\"? Known: units, "
          + "activation, drop, method.",
      "{'zzz':1} | zzz: unknown key. Known: title, card, data, network, optimiser, regulariser, training, beside, startFrom, seed, "
          + "interventions.",
      "{'data':{'type':'csv','set':'xor'}} | data.set: unknown key. Known: type, path, target, task, inputs, ignore, "
          + "categories, missing, missingMarks, delimiter, decimal, encoding, header, validation, validationShare, seed.",
      "{'network':{'hidden':[{'activation':'rellu'}]}} | network.hidden[0].activation: unknown value \"rellu\"; did you "
          + "mean \"relu\"? Known: relu, leaky-relu, tanh, sigmoid, selu, gelu, identity.",
      "{'network':{'hidden':[{'activation':0}]}} | network.hidden[0].activation: must be one of relu, leaky-relu, tanh, "
          + "sigmoid, selu, gelu, identity, but is 0.",
      "{'optimiser':{'type':'adm'}} | optimiser.type: unknown value \"adm\"; did you mean \"adam\"? Known: sgd, momentum, "
          + "nesterov, rmsprop, adam, adamw.",
      "{'data':'moons'} | data: must be an object { ... } with a \"type\", but is the text \"moons\".",
      "{'data':null} | data: is missing.",
      "{'data':{'type':3}} | data.type: must be one of generated, mauna-loa, csv, idx, points, text, autoencoder.",
      "{'seed':'7'} | seed: must be a whole number from 0 to 9007199254740991, but is the text \"7\".",
      "{'seed':7.0} | seed: must be a whole number from 0 to 9007199254740991, but is 7.0.",
      "{'seed':-1} | seed: must be a whole number from 0 to 9007199254740991, but is -1.",
      "{'seed':9007199254740992} | seed: must be a whole number from 0 to 9007199254740991, but is 9007199254740992.",
      "{'seed':1e99} | seed: must be a whole number from 0 to 9007199254740991, but is 1.0E99.",
      "{'data':{'seed':-1}} | data.seed: must be a whole number from 0 to 9007199254740991, but is -1.",
      "{'data':{'seed':99999999999999999999}} | data.seed: must be a whole number from 0 to 9007199254740991, but is "
          + "99999999999999999999.",
      "{'data':{'type':'csv','path':'a','target':'y','validationShare':0.005}} | data.validationShare: must be 0 or from "
          + "0.01 to 0.9, but is 0.005.",
      "{'data':{'type':'csv','path':'a','target':'y','decimal':'x'}} | data.decimal: must be one of . ,, but is "
          + "\"x\".",
      "{'data':{'type':'csv','path':'a','target':'y','encoding':'utf 8'}} | data.encoding: \"utf 8\" is no character "
          + "set that is known; \"windows-1252\" or \"utf-16le\" is.",
      "{'data':{'type':'csv','path':'a','target':'y','missing':'meen'}} | data.missing: unknown value \"meen\"; did you "
          + "mean \"mean\"? Known: refuse, drop, mean.",
      "{'data':{'type':'csv','path':'a','target':'y','inputs':[]}} | data.inputs: names no column.",
      "{'data':{'type':'csv','path':'a','target':'y','validationShare':0},'training':{'earlyStopping':{'patience':3}}} | "
          + "training.earlyStopping: waits for the validation loss, but these data hold nothing out; set "
          + "data.validationShare or training.earlyStopping.patience.",
      "{'training':{'epochs':2.5}} | training.epochs: must be a whole number of at most 2147483647, but is 2.5.",
      "{'training':{'epochs':3000000000}} | training.epochs: must be a whole number of at most 2147483647, but is "
          + "3000000000.",
      "{'training':{'epochs':null}} | training.epochs: is missing.",
      "{'training':{'twin':1}} | training.twin: must be true or false, but is 1.",
      "{'training':[]} | training: must be an object { ... }, but is a list.",
      "{'optimiser':{'learningRate':'0.1'}} | optimiser.learningRate: must be a number, but is the text \"0.1\".",
      "{'optimiser':{'learningRate':0}} | optimiser.learningRate: must be greater than 0, but is 0.",
      "{'optimiser':{'learningRate':true}} | optimiser.learningRate: must be a number, but is true.",
      "{'optimiser':{'beta1':1}} | optimiser.beta1: must be in [0, 1), but is 1.",
      "{'title':3} | title: must be text, but is 3.",
      "{'network':{'hidden':{}}} | network.hidden: must be a list [ ... ], but is an object.",
      "{'network':{'hidden':[3]}} | network.hidden[0]: must be an object { ... }, but is 3.",
      "{'network':{'hidden':[{},{},{},{},{},{},{},{},{}]}} | network.hidden: must be from 0 to 8, but is 9.",
      "{'data':{'type':'csv','path':'a.csv'}} | data.target: is missing.",
      "{'data':{'type':'points','points':[{'x':1}]}} | data.points[0].y: is missing.",
      "{'card':{'look':'a'}} | card.expect: is missing.",
      "{'interventions':[{'type':'pin','step':1}]} | interventions[0].layer: is missing.",
      "{'interventions':[{'type':'drop-rates','step':0,'p':[0.5]}]} | interventions: step 0 names 1 drop rates, the "
          + "network has 3 (the input and each hidden layer).",
      "{'network':{'hidden':[{},null]}} | network.hidden[1] must be an object, but is null.",
      "{'network':{'body':[null]}} | network.body[0] must be an object, but is null.",
      "{'network':{'body':[{'type':'residual','layers':[{'type':'activate'},null]}]}} | network.body[0].layers[1] must be "
          + "an object, but is null.",
      "{'data':{'type':'points','points':[null]}} | data.points[0] must be an object, but is null.",
      "{'network':{'hidden':[{'method':{'type':'drop-connect'}}]},'interventions':[{'type':'pin','step':4,'layer':1,"
          + "'unit':2,'pin':'kept'}]} | interventions: step 4 pins unit 2 of layer 1, whose method drops weights, not "
          + "units.",
      "{'interventions':[null]} | interventions[0] must be an object, but is null.",
      "{'interventions':[{'type':'drop-rates','step':0,'p':[0,null,0]}]} | interventions[0].p[1] must be a number, but is "
          + "null.",
      "{'interventions':[{'step':0}]} | interventions[0].type: must be one of drop-rates, pin.",
  })
  void mistakesAreNamedWithTheirPath(String json, String sentence) {
    assertThatThrownBy(() -> ExperimentJson.read(json.replace('\'', '"'), "few-moons.json"))
        .isInstanceOf(ExperimentException.class).hasMessage("few-moons.json: " + sentence);
  }

  @Test
  void textThatIsNoJsonIsNamedWithLineAndColumn() {
    assertThatThrownBy(() -> ExperimentJson.read("{\n  \"seed\": 7,\n  }", "a.json"))
        .isInstanceOf(ExperimentException.class).hasMessageStartingWith("a.json, line 3, column 3: this is not valid JSON");
    assertThatThrownBy(() -> ExperimentJson.read("{\"seed\": 7, \"seed\": 8}", "a.json"))
        .hasMessageContaining("the key \"seed\" stands here twice");
    assertThatThrownBy(() -> ExperimentJson.read("{} {}", "a.json")).hasMessageContaining("a.json, line 1, column");
    assertThatThrownBy(() -> ExperimentJson.read("{\"seed\": NaN}", "a.json")).hasMessageContaining("line 1");
    assertThatThrownBy(() -> ExperimentJson.read(" \n", "a.json")).hasMessageContaining("a.json: is empty");
    assertThatThrownBy(() -> ExperimentJson.read("[1]", "a.json")).hasMessageContaining("expected a JSON object");
    assertThatThrownBy(() -> ExperimentJson.read("[".repeat(100_000), "a.json")).isInstanceOf(ExperimentException.class);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "{\"seed\": NaN} | e.json, line 1, column 13: this is not valid JSON: non-standard token 'NaN'.",
      "{} // done | e.json, line 1, column 4: this is not valid JSON: JSON has no comments.",
      "{\"seed\": - | e.json, line 1, column 11: this is not valid JSON: the text ends too early.",
  })
  void adviceForProgrammersIsLeftOut(String json, String sentence) {
    assertThatThrownBy(() -> ExperimentJson.read(json, "e.json")).hasMessage(sentence);
  }

  @Test
  void depthBeyondReasonIsRefusedInOneSentence() {
    String deep = "{\"card\":".repeat(2000) + "1" + "}".repeat(2000);
    assertThatThrownBy(() -> ExperimentJson.read(deep, "e.json")).isInstanceOf(ExperimentException.class)
        .hasMessage("e.json: this is not valid JSON: document nesting depth (501) exceeds the maximum allowed (500).");
  }

  @Test
  void aByteOrderMarkIsNoMistake() {
    assertThat(ExperimentJson.read("\uFEFF{\"seed\": 3}", "a.json").seed()).isEqualTo(3);
  }

  @Test
  void settingsReplaceValuesByTheirPath() {
    Experiment e = ExperimentJson.with(ExperimentJson.read("{}", "x"), List.of("network.hidden.0.drop=0.5",
        "network.hidden[1].activation=leaky-relu", "title=my run", "training.twin=false", "data.set=xor",
        "data.seed=11"));
    assertThat(e.network().hidden()).containsExactly(new NetworkSpec.HiddenLayer(16, Activation.RELU, 0.5),
        new NetworkSpec.HiddenLayer(16, Activation.LEAKY_RELU, 0.3));
    assertThat(e.title()).isEqualTo("my run");
    assertThat(e.training().twin()).isFalse();
    assertThat(e.data()).isEqualTo(new DataSpec.Generated(GeneratedSet.XOR, 64, 400, 0.33, 11L));
  }

  @Test
  void aNewTypeKeepsWhatBothTypesHave() {
    Experiment e = ExperimentJson.with(ExperimentJson.read("{\"optimiser\": {\"learningRate\": 0.02}}", "x"),
        List.of("optimiser.type=momentum", "data.type=csv", "data.path=a.csv", "data.target=t"));
    assertThat(e.optimiser()).isEqualTo(new OptimiserSpec.Momentum(0.02, 0.9));
    assertThat(e.data()).isEqualTo(new DataSpec.Csv("a.csv", "t", null, 0.25, null));
  }

  @Test void aStarMeansEveryEntryOfAList() {
    Experiment e = ExperimentJson.with(ExperimentJson.read("{}", "x"),
        List.of("network.hidden.*.drop=0.4", "network.hidden[*].method.type=gaussian", "network.hidden.1.drop=0.2"));
    assertThat(e.network().hidden()).extracting(NetworkSpec.HiddenLayer::drop).containsExactly(0.4, 0.2);
    assertThat(e.network().hidden()).extracting(NetworkSpec.HiddenLayer::method)
        .containsOnly(new DropoutSpec.Gaussian());
    Experiment whole = ExperimentJson.with(ExperimentJson.read("{}", "x"),
        List.of("network.hidden.*={\"units\": 4, \"activation\": \"relu\", \"drop\": 0}"));
    assertThat(whole.network().hidden()).hasSize(2).allMatch(layer -> layer.units() == 4);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "network.body.*.drop=0.5 | --set network.body.*.drop: the * means every entry of a list, but network.body has none.",
      "network.*.drop=0.5 | --set network.*.drop: the * means every entry of a list, but network is none.",
      "*.drop=0.5 | --set *.drop: the * means every entry of a list, but the experiment is none.",
      "seed | --set seed: expected path=value, as in network.hidden.0.drop=0.5.",
      "=3 | --set =3: expected path=value, as in network.hidden.0.drop=0.5.",
      "sed=3 | --set: sed: unknown key; did you mean \"seed\"? Known: title, card, data, network, optimiser, regulariser, "
          + "training, beside, startFrom, seed, interventions.",
      "network.hidden.2.drop=0.5 | --set network.hidden.2.drop: \"2\" is not an entry of this list, which has 2, numbered "
          + "from 0 to 1.",
      "network.hidden.0.drop=.5 | --set: network.hidden[0].drop: must be a number, but is the text \".5\".",
      "network.hidden.0.drop=1 | --set: network.hidden[0].drop: a drop rate must be in [0, 1), but is 1.",
      "optimizer.type=sgd | --set optimizer.type: this experiment has no \"optimizer\" with parts; did you mean "
          + "\"optimiser\"? Known: title, data, network, optimiser, regulariser, training, beside, seed, interventions.",
      "optimiser.type=foo | --set: optimiser.type: unknown value \"foo\". Known: sgd, momentum, nesterov, rmsprop, adam, "
          + "adamw.",
  })
  void badSettingsAreNamed(String setting, String sentence) {
    assertThatThrownBy(() -> ExperimentJson.with(ExperimentJson.read("{}", "x"), List.of(setting)))
        .isInstanceOf(ExperimentException.class).hasMessage(sentence);
  }

  @Test
  void everyPresetCanBeReadAndHasACard() {
    assertThat(Presets.names()).contains("two-moons", "cubic-gap").doesNotHaveDuplicates();
    for (String name : Presets.names()) assertThat(Presets.load(name).card()).isNotNull();
    assertThatThrownBy(() -> Presets.load("two-moon")).isInstanceOf(ExperimentException.class)
        .hasMessageStartingWith("There is no preset \"two-moon\"; did you mean \"two-moons\"?");
  }

  @Test void everyPresetHasOneGroupAndGroupsWithoutPresetsAreLeftOut() {
    assertThat(Presets.group("two-moons")).isEqualTo(PresetGroup.START);
    assertThat(Presets.group("cubic-gap")).isEqualTo(PresetGroup.UNCERTAINTY);
    assertThat(List.copyOf(Presets.groups().sequencedKeySet())).isSorted().allSatisfy(group ->
        assertThat(Presets.groups().get(group)).isNotEmpty().allMatch(name -> Presets.group(name) == group));
    assertThatThrownBy(() -> Presets.group("two-moon")).isInstanceOf(ExperimentException.class);
  }

  @Test void aChangedPresetDoesNotClaimWhatWasMeasuredWithoutTheChange() {
    Experiment preset = Presets.load("two-moons");
    Experiment changed = ExperimentJson.with(preset, List.of("network.hidden.0.drop=0.9"));
    assertThat(changed.card()).isNull();
    assertThat(changed.title()).isEqualTo(preset.title() + ", changed");
    assertThat(ExperimentJson.with(changed, List.of("seed=3")).title()).isEqualTo(preset.title() + ", changed");
    assertThat(ExperimentJson.with(preset, List.of()).card()).isEqualTo(preset.card());
  }

  @Test void aLineBreakInAKeyBreaksNoSentence() {
    assertThatThrownBy(() -> ExperimentJson.read("{\"tit\\rle\": \"t\"}", "x.json")).isInstanceOf(ExperimentException.class)
        .hasMessageContaining("tit le").message().hasLineCount(1);
  }
}
