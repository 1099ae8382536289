// SPDX-License-Identifier: GPL-2.0-only
package vacate.mutants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import vacate.barriers.Ids;
import vacate.barriers.Protocol;
import vacate.explorer.BarrierAnalysis;
import vacate.explorer.Bounds;
import vacate.explorer.World;
import vacate.explorer.execution.Frame;
import vacate.explorer.search.Modes;
import vacate.explorer.weaken.OrderedAccess;
import vacate.explorer.weaken.PrimitiveCall;
import vacate.explorer.weaken.Weakening;
import vacate.port.KernelNames;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.universe.ScenarioQuestion;
import vacate.work.Parallel;

/**
 * The mutants in which an ordered access, a fence or a lock of the corrected protocol orders as
 * little as it can: each call of a primitive without any of its order, and each of its parts alone.
 * They are the places that some scenarios reach, which together come to all of them.
 */
final class Weakened {
  private final ClassLoader classes;

  /**
   * @param classes finds those of the port
   */
  Weakened(ClassLoader classes) {
    this.classes = classes;
  }

  List<Variant> all(List<Scenario> reaching) {
    List<Callable<List<OrderedAccess>>> looks = new ArrayList<>();
    reaching.forEach(scenario -> looks.add(() -> places(scenario)));
    Set<OrderedAccess> places = new LinkedHashSet<>();
    Parallel.all(looks).forEach(places::addAll);
    Map<String, Variant> all = new LinkedHashMap<>();
    for (PrimitiveCall primitive : PrimitiveCall.of(List.copyOf(places))) {
      if (!Protocol.SCENERY.matcher(primitive.where().type()).matches()
          && !isOfTheUniverse(primitive.where())) {
        if (!primitive.isSingle()) {
          String what = "all order of " + primitive.name();
          add(all, primitive, null, primitive, what, "none");
        }
        for (OrderedAccess part : primitive.parts()) {
          Weakening weakest = part.weakest();
          String whole = primitive.isSingle() ? null : Ids.of(primitive.toString());
          add(all, primitive, whole, weakest, part.what(), weakest.label());
        }
      }
    }
    return List.copyOf(all.values());
  }

  private static boolean isOfTheUniverse(Frame where) {
    return where.type().startsWith("vacate.universe.");
  }

  private List<OrderedAccess> places(Scenario scenario) {
    Predicate<Frame> isPrimitive =
        f -> Protocol.PRIMITIVE.matcher(f.type() + "." + f.method()).matches();
    return new BarrierAnalysis(
            new ScenarioQuestion(Revision.CORRECTED, scenario).test(), classes, Bounds.DEFAULT)
        .places(isPrimitive);
  }

  private void add(
      Map<String, Variant> all,
      PrimitiveCall primitive,
      String partOf,
      Modes change,
      String what,
      String to) {
    Frame where = primitive.where();
    String method = where.type().replace('.', '/') + "." + where.method() + "(";
    Variant mutant =
        new Variant(
            Ids.of(change.toString()),
            Variant.Kind.WEAKER,
            KernelNames.function(where.type(), where.method()),
            where.file() + ":" + where.line(),
            what,
            to,
            partOf,
            () -> new World(classes, change),
            entered -> entered.stream().anyMatch(m -> m.startsWith(method)));
    all.putIfAbsent(mutant.id(), mutant);
  }
}
