// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code vacate}, in a checkout where Java and Maven only say what they were asked. */
class LauncherTest {
  private static final List<String> MODULES =
      List.of("core", "explorer", "claims", "universe", "stress-tests", "lincheck-tests", "cli");
  private static final DateTimeFormatter MARK =
      DateTimeFormatter.ofPattern("yyyyMMddHHmm.ss").withZone(ZoneOffset.UTC);
  private static final Instant BEGAN = Instant.parse("2020-02-03T04:05:06Z");
  private static final String JAVA =
      """
      #!/bin/sh
      if [ "$1" = -version ]; then echo 'openjdk version "17.0.1"' >&2; exit; fi
      echo "java $LC_ALL $@"
      """;
  private static final String MAVEN =
      """
      #!/bin/sh
      echo ran >>"$(dirname "$0")/../mvn-ran"
      """;

  @TempDir Path folder;
  private Path home;
  private Path jdk;

  @BeforeEach
  void checkOut() throws IOException {
    assumeTrue(Files.exists(Path.of("/bin/sh")));
    home = folder.resolve("checkout");
    jdk = folder.resolve("jdk");
    old(home.resolve("pom.xml"));
    for (String module : MODULES) {
      old(home.resolve(module + "/pom.xml"));
      old(home.resolve(module + "/src/main/A.java"));
      mark(module, BEGAN);
    }
    Files.writeString(home.resolve("cli/target/vacate.jar"), "");
    Files.copy(Path.of("../vacate"), home.resolve("vacate"));
    executable(home.resolve("vacate"), Files.readString(home.resolve("vacate")));
    executable(jdk.resolve("bin/java"), JAVA);
    executable(jdk.resolve("bin/javac"), JAVA);
    executable(folder.resolve("bin/mvn"), MAVEN);
  }

  private static void executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A file of before the build, and folders. */
  private void old(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    FileTime before = FileTime.from(BEGAN.minusSeconds(60));
    Files.setLastModifiedTime(file, before);
    Files.setLastModifiedTime(file.getParent(), before);
  }

  /** What Maven writes at the end of a build that began then. */
  private void mark(String module, Instant began) throws IOException {
    Path mark = home.resolve(module + "/target/built");
    Files.createDirectories(mark.getParent());
    Files.writeString(mark, MARK.format(began) + "\n");
  }

  private Captured launch(String... environment) throws Exception {
    return launch(List.of("explore", "x"), environment);
  }

  private Captured launch(List<String> arguments, String... environment) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(home.resolve("vacate").toString());
    builder.command().addAll(arguments);
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder
        .environment()
        .compute("PATH", (name, path) -> folder.resolve("bin") + ":" + System.getenv("PATH"));
    for (int i = 0; i < environment.length; i += 2) {
      builder.environment().put(environment[i], environment[i + 1]);
    }
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    int exit = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    return new Captured(exit, Files.readString(out), Files.readString(err));
  }

  private boolean isBuilt() throws Exception {
    Path ran = folder.resolve("mvn-ran");
    Files.deleteIfExists(ran);
    Captured run = launch();
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains(" -cp ", "vacate.cli.Main explore x");
    return Files.exists(ran);
  }

  @Test
  void whatMavenHasBuiltIsNotBuiltAgain() throws Exception {
    assertThat(isBuilt()).isFalse();
  }

  @Test
  void aSourceThatIsWrittenAfterABuildBeganIsNotInIt() throws Exception {
    Path source = home.resolve("explorer/src/main/A.java");
    Files.setLastModifiedTime(source, FileTime.from(BEGAN.plusSeconds(1)));
    assertThat(isBuilt()).isTrue();
  }

  @Test
  void aModuleThatIsBuiltAloneIsNotInTheJars() throws Exception {
    mark("explorer", BEGAN.plusSeconds(60));
    assertThat(isBuilt()).isTrue();
  }

  @Test
  void aModuleThatWasNeverBuiltIsBuilt() throws Exception {
    Files.delete(home.resolve("core/target/built"));
    assertThat(isBuilt()).isTrue();
  }

  /** Minutes of the same work need the second. */
  @Test
  void whatIsSoonOverIsLeftToTheFirstCompiler() throws Exception {
    String first = "-XX:TieredStopAtLevel=1";
    assertThat(launch(List.of("explore", "x", "-t", "help")).out()).contains(first);
    assertThat(launch(List.of("sweep", "--revision", "posted")).out()).contains(first);
    assertThat(launch(List.of("sweep", "--cpus", "3", "--help")).out()).contains(first);
    assertThat(launch(List.of("sweep", "--cpus", "3")).out()).doesNotContain(first);
    assertThat(launch(List.of("sweep", "--interrupts=1")).out()).doesNotContain(first);
    assertThat(launch(List.of("mutants")).out()).doesNotContain(first);
  }

  @Test
  void aWrongJavaHomeIsNamed() throws Exception {
    Captured run = launch("JAVA_HOME", "/no/such/jdk");
    assertThat(run.exit()).isEqualTo(ExitStatus.NOT_RUN);
    assertThat(run.err())
        .isEqualTo("vacate: JAVA_HOME is /no/such/jdk, and there is no bin/java that can be run\n");
  }

  @Test
  void aCheckoutThatCannotBeWrittenIsOneLine() throws Exception {
    for (String file : List.of("vacate.jar", "built")) {
      Files.delete(home.resolve("cli/target/" + file));
    }
    Files.delete(home.resolve("cli/target"));
    Files.writeString(home.resolve("cli/target"), "in the way, also of root");

    Captured run = launch();

    assertThat(run.exit()).isEqualTo(ExitStatus.NOT_RUN);
    assertThat(run.err())
        .isEqualTo(
            "vacate: it must be built first, and "
                + home.toRealPath().resolve("cli/target")
                + " cannot be written\n");
  }

  @Test
  void javaCanNameEveryFileInALocaleOfAsciiToo() throws Exception {
    Process locales = new ProcessBuilder("locale", "-a").redirectErrorStream(true).start();
    String all = new String(locales.getInputStream().readAllBytes()).toLowerCase();
    assumeTrue(locales.waitFor() == 0 && all.contains("c.utf"), "no locale with all letters");
    assertThat(launch("LC_ALL", "C").out()).matches("(?is)java (c|en_us)[.]utf-?8 .*");
  }

  /** Each start of this Java is a line of a file, and a dump makes what it was asked for. */
  private void release(String version, String dump) throws IOException {
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\nOS_ARCH=\"x\"\n");
    executable(
        jdk.resolve("bin/java"),
        """
        #!/bin/sh
        echo "$@" >>"$(dirname "$0")/../started"
        case " $* " in *" -Xshare:dump "*) DUMP; for a; do case $a in -XX:SharedArchiveFile=*) : >"${a#*=}" ;; esac; done ;; esac
        echo "java $@"
        """
            .replace("DUMP", dump));
  }

  private long started(String with) throws IOException {
    return Files.readAllLines(jdk.resolve("started")).stream()
        .filter(line -> line.contains(with))
        .count();
  }

  private String shared(String version) throws IOException {
    return "-XX:SharedArchiveFile=" + home.toRealPath() + "/cli/target/classes-" + version + ".jsa";
  }

  @Test
  void aJavaThatSaysBesideItWhichItIsIsNotStartedForThat() throws Exception {
    release("17.0.2", ":");
    launch();
    assertThat(started("-version")).isZero();
    Files.delete(jdk.resolve("release"));
    assertThat(launch().err()).contains("is version unknown");
    assertThat(started("-version")).isOne();
  }

  @Test
  void anOldJavaIsRefusedWhereverItSaysSo() throws Exception {
    release("11.0.2", ":");
    Captured run = launch();
    assertThat(run.exit()).isEqualTo(ExitStatus.NOT_RUN);
    assertThat(run.err())
        .isEqualTo("vacate: JDK 17 or later is needed; " + jdk + "/bin/java is version 11\n");
  }

  @Test
  void classesAreKeptOnceForEachBuildWhereverItIsCalledFrom() throws Exception {
    release("17.0.2", ":");
    assertThat(launch().out()).startsWith("java -Xlog:disable " + shared("17.0.2"));
    Path real = home;
    home = Files.createDirectories(folder.resolve("links"));
    Files.createSymbolicLink(home.resolve("vacate"), real.resolve("vacate"));
    Captured linked = launch();
    home = real;
    assertThat(linked.out()).contains(shared("17.0.2"));
    assertThat(started("-Xshare:dump")).isOne();
    Path jar = home.resolve("cli/target/vacate.jar");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
    launch();
    assertThat(started("-Xshare:dump")).isEqualTo(2);
  }

  @Test
  void anotherJavaAndACheckoutThatWasMovedHaveClassesOfTheirOwn() throws Exception {
    release("17.0.2", ":");
    launch();
    release("25", ":");
    assertThat(launch().out()).contains(shared("25"));
    assertThat(started("-Xshare:dump")).isEqualTo(2);
    home = Files.move(home, folder.resolve("moved"));
    assertThat(launch().out()).contains(shared("25"));
    assertThat(started("-Xshare:dump")).isEqualTo(3);
  }

  @Test
  void whereClassesCannotBeKeptNothingIsSaidAndItIsNotTriedAgain() throws Exception {
    release("17.0.2", "echo no; echo no >&2; exit 1");
    for (int i = 0; i < 2; i++) {
      Captured run = launch();
      assertThat(run.exit()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.out())
          .matches("java -XX:TieredStopAtLevel=1 -Dvacate.home=.*\\R")
          .doesNotContain("Shared");
    }
    assertThat(started("-Xshare:dump")).isOne();
    try (Stream<Path> left = Files.list(home.resolve("cli/target"))) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("built", "vacate.jar", "classes-17.0.2.of");
    }
  }

  /** Of another Java, half written, or no archive at all: Java loads from the jars then. */
  @Test
  void javaSaysNothingOfKeptClassesThatAreDamaged() throws Exception {
    Path damaged = Files.writeString(folder.resolve("damaged.jsa"), "no archive");
    Process java =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xlog:disable",
                "-XX:SharedArchiveFile=" + damaged,
                "--version")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String out = new String(java.getInputStream().readAllBytes());
    assertThat(java.waitFor()).isZero();
    assertThat(out).doesNotContain("damaged.jsa", "warning", "error").startsWith("openjdk");
  }
}
