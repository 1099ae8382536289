// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One line of a report: a test, what it is evidence for, and what a judge says of it. What a judge
 * does not have is null. The names of the components are the names in JSON, in this order.
 *
 * @param id of the claim ({@code C2}), the defect ({@code d1}) or the control; several are joined
 *     by a plus sign
 * @param name stable name of the claim or defect, or what the control checks
 * @param kind what the test is evidence for
 * @param revision of the protocol under test; null where none is
 * @param judge {@code explorer}, {@code lincheck} or {@code jcstress}
 * @param model memory model: {@code sc} for Lincheck, null for hardware
 * @param test name of the test
 * @param expected verdicts that are as declared
 * @param verdict what the judge says
 * @param executions complete executions explored
 * @param blocked blocked executions explored
 * @param runs runs made
 * @param depth number of context switches up to which all runs were made
 * @param samples samples taken on hardware
 * @param observed number of samples that showed a bad outcome
 * @param witness where the evidence is: a replay token or a file
 * @param reason why it was not run, was bounded, or is expected to vary
 * @param outcomes what came about, on hardware or in an exploration
 * @param millis wall time
 * @param form which sentence of the claim, {@code literal} or {@code qualified}; of several claims
 *     joined by a plus sign, as the ids are; null if it is about none
 * @param condition what the qualified form adds to the claim's sentence; null if it adds nothing
 */
public record Row(
    String id,
    String name,
    Kind kind,
    String revision,
    String judge,
    String model,
    String test,
    List<Verdict> expected,
    Verdict verdict,
    Long executions,
    Long blocked,
    Long runs,
    Integer depth,
    Long samples,
    Long observed,
    String witness,
    String reason,
    List<Seen> outcomes,
    long millis,
    String form,
    String condition) {

  /** The row of a test that is about no claim. */
  public Row(
      String id,
      String name,
      Kind kind,
      String revision,
      String judge,
      String model,
      String test,
      List<Verdict> expected,
      Verdict verdict,
      Long executions,
      Long blocked,
      Long runs,
      Integer depth,
      Long samples,
      Long observed,
      String witness,
      String reason,
      List<Seen> outcomes,
      long millis) {
    this(
        id,
        name,
        kind,
        revision,
        judge,
        model,
        test,
        expected,
        verdict,
        executions,
        blocked,
        runs,
        depth,
        samples,
        observed,
        witness,
        reason,
        outcomes,
        millis,
        null,
        null);
  }

  /**
   * One outcome of a jcstress test.
   *
   * @param id the result as jcstress prints it
   * @param expect the expectation of the test's own annotation
   * @param desc what the annotation says that it is
   * @param count samples that showed it, or executions that have it
   */
  public record Seen(String id, String expect, String desc, long count) {}

  /** The same of one of the things that the test is evidence for. */
  public Row of(Topic topic) {
    return new Row(
        topic.id(),
        topic.name(),
        topic.kind(),
        revision,
        judge,
        model,
        test,
        expected,
        verdict,
        executions,
        blocked,
        runs,
        depth,
        samples,
        observed,
        witness,
        reason,
        outcomes,
        millis,
        topic.form() == null ? null : topic.form().toString(),
        topic.condition());
  }

  /** Whether it is about that, or about several things of which that is one. */
  public boolean isAbout(Topic topic) {
    String[] ids = id.split("\\+");
    String[] forms = form == null ? new String[0] : form.split("\\+");
    return IntStream.range(0, ids.length)
        .filter(i -> ids[i].equals(topic.id()))
        .mapToObj(i -> i < forms.length ? forms[i] : Form.LITERAL.toString())
        .anyMatch(said -> topic.form() == null || said.equals(topic.form().toString()));
  }

  /** Whether the verdict is as declared. */
  public boolean asExpected() {
    return expected.contains(verdict);
  }

  /** What the verdict means to whoever declared what was expected. */
  public Standing standing() {
    if (asExpected()) {
      return Standing.AS_DECLARED;
    }
    return switch (verdict) {
      case PROVED, REFUTED, OBSERVED, NOT_OBSERVED -> Standing.DIFFERS;
      case BOUNDED, INCONCLUSIVE -> Standing.UNDECIDED;
      case LEFT_OUT -> Standing.LEFT_OUT;
      case INTERRUPTED -> Standing.INTERRUPTED;
      case NOT_RUN -> Standing.MISSING;
    };
  }
}
