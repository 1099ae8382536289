// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.lincheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jetbrains.lincheck.datastructures.BooleanGen;
import org.jetbrains.lincheck.datastructures.DoubleGen;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ParameterGenerator;
import org.jetbrains.lincheck.datastructures.StringGen;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureReaderTest {
  private static Structure read(Class<?> type) {
    return new StructureReader(StructureReaderTest.class.getClassLoader())
        .read(type.getName())
        .orElseThrow();
  }

  @Param(name = "key", gen = IntGen.class, conf = "3:4")
  @Param(name = "word", gen = StringGen.class, conf = "3:xyx")
  public static class Base {
    @Operation(params = {"key", "word"})
    public void byName(int key, String word) {}

    @Operation(runOnce = true, nonParallelGroup = "one")
    public void inherited() {}

    @Validate
    public void check() {}
  }

  enum Colour {
    RED,
    GREEN
  }

  public static class Derived extends Base {
    @Operation
    public void own(
        @Param(name = "key") long is,
        @Param(gen = IntGen.class, conf = "1:20") Object boxed,
        boolean yes,
        Colour colour,
        double plain) {}
  }

  @Test
  void parametersHaveTheirOwnGeneratorANamedOneOrThatOfTheirType() {
    Structure s = read(Base.class);

    assertThat(s.refusal()).isNull();
    assertThat(s.validation()).isEqualTo("check");
    assertThat(s.operations().get(0).parameters())
        .containsExactly(
            new Domain("IntGen 3:4", List.of(3, 4), false),
            new Domain("StringGen 3:xyx", List.of("x", "y"), true));
    assertThat(s.operations().get(1))
        .isEqualTo(
            new vacate.explorer.lincheck.StructureOperation(
                "inherited", "()V", List.of(), "one", true));
  }

  @Test
  void whatCannotBeGivenIsRefused() {
    assertThat(read(Derived.class).refusal()).isEqualTo("IntGen makes no long, for own");
    assertThat(read(ByThread.class).refusal()).isEqualTo("values of ThreadIdGen are not known");
    assertThat(read(ByOther.class).refusal())
        .isEqualTo("values of " + Custom.class.getName() + " are not known");
    assertThat(read(OfNobody.class).refusal())
        .isEqualTo("nothing says which java.lang.Object put is called with");
    assertThat(read(Nameless.class).refusal()).isEqualTo("no @Param is named gone, for put");
  }

  public static class ByThread {
    @Operation
    public void put(@Param(gen = ThreadIdGen.class) int id) {}
  }

  /** Of somebody's own. */
  public static class Custom implements ParameterGenerator<Integer> {
    @Override
    public Integer generate() {
      return 1;
    }
  }

  public static class ByOther {
    @Operation
    public void put(@Param(gen = Custom.class) int id) {}
  }

  public static class OfNobody {
    @Operation
    public void put(Object o) {}
  }

  public static class Nameless {
    @Operation(params = "gone")
    public void put(int o) {}
  }

  @Test
  void operationsThatMayWaitAreRefused() {
    assertThat(read(Blocking.class).refusal()).isEqualTo("the operation take is declared blocking");
  }

  public static class Blocking {
    @Operation(blocking = true)
    public void take() {}
  }

  @Test
  void whatCannotBeMadeIsRefused() {
    assertThat(read(Argued.class).refusal()).isEqualTo("it has no constructor without parameters");
    assertThat(read(Hidden.class).refusal()).isEqualTo("its constructor is private");
    assertThat(read(Shy.class).refusal()).isEqualTo("the operation put is private or static");
  }

  public static class Argued {
    Argued(int size) {}

    @Operation
    public void put() {}
  }

  private static class Hidden {
    @Operation
    public void put() {}
  }

  public static class Shy {
    @Operation
    static void put() {}
  }

  @Test
  void whatHasNoOperationIsNoStructure() {
    StructureReader reader = new StructureReader(StructureReaderTest.class.getClassLoader());

    assertThat(reader.read(Custom.class.getName())).isEmpty();
    assertThat(reader.read(Operation.class.getName())).isEmpty();
    assertThat(reader.read("no.such.Structure")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "IntGen     | -        | [0, 1, 2, 3, 4, 5, 6, 7] | true",
        "IntGen     | -1:1     | [-1, 0, 1]               | false",
        "LongGen    | 7:7      | [7]                      | false",
        "ShortGen   | 1:9      | [1, 2, 3, 4, 5, 6, 7, 8] | true",
        "ByteGen    | 1:2      | [1, 2]                   | false",
        "BooleanGen | -        | [false, true]            | false",
        "DoubleGen  | 1:0.5:2  | [1.0, 1.5, 2.0]          | false",
        "FloatGen   | 0:2:100  | [0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0] | true",
        "StringGen  | -        | [a, b, c, d, e, f, g, h] | true",
        "StringGen  | 5        | [a, b, c, d, e, f, g, h] | true",
        "EnumGen    | -        | [RED, GREEN]             | false",
        "EnumGen    | GREEN    | [GREEN]                  | false",
      })
  void valuesAreTheFirstOfWhatTheConfigurationSays(
      String generator, String conf, String values, boolean more) throws UnfitStructure {
    Domain d =
        Generators.of(
            generator,
            conf == null ? "" : conf,
            List.of(new EnumValue("a/Colour", "RED"), new EnumValue("a/Colour", "GREEN")));

    assertThat(d.values().toString()).isEqualTo(values);
    assertThat(d.more()).isEqualTo(more);
  }

  @ParameterizedTest
  @CsvSource({
    "IntGen, 1, the configuration of IntGen 1 cannot be read",
    "IntGen, 1:a, the configuration of IntGen 1:a cannot be read",
    "IntGen, 2:1, IntGen 2:1 has no values",
    "DoubleGen, 1:2:3:4, the configuration of DoubleGen 1:2:3:4 cannot be read",
  })
  void whatCannotBeReadIsRefused(String generator, String conf, String why) {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> Generators.of(generator, conf, List.of()))
        .hasMessage(why);
  }

  /** Not to be forgotten when Lincheck has another. */
  @Test
  void generatorsOfLincheckAreKnownByTheirNames() {
    assertThat(List.of(IntGen.class, BooleanGen.class, DoubleGen.class, StringGen.class))
        .allSatisfy(g -> assertThat(Generators.of(g.getSimpleName(), "", List.of())).isNotNull());
  }
}
