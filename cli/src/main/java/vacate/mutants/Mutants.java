// SPDX-License-Identifier: GPL-2.0-only
package vacate.mutants;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vacate.barriers.Ids;
import vacate.barriers.LeftOut;
import vacate.explorer.World;
import vacate.explorer.weaken.Change;
import vacate.explorer.weaken.Edit;
import vacate.explorer.weaken.Editing;
import vacate.explorer.weaken.Swap;
import vacate.explorer.weaken.Swapping;
import vacate.explorer.weaken.Swaps;
import vacate.kernel.AtomicT;
import vacate.kernel.BitSpinLock;
import vacate.kernel.BitWord;
import vacate.kernel.RwSemaphore;
import vacate.kernel.SpinLock;
import vacate.port.KernelNames;
import vacate.revision.Corrected;
import vacate.revision.Precaution;
import vacate.slub.SlabDebugging;
import vacate.slub.SlabLists;
import vacate.slub.SlabObjects;

/**
 * The mutants of the corrected protocol that are changes of its class files: every {@link
 * Precaution} left out, and all changes of order of two neighbouring steps of SLUB, the patch and
 * its cure, and of the locks. Not changed are the lists and the page allocator, which are their
 * ground.
 */
final class Mutants {
  private static final List<Class<?>> LOCKS =
      List.of(BitSpinLock.class, BitWord.class, SpinLock.class, RwSemaphore.class, AtomicT.class);

  private static final List<Class<?>> SLUB =
      List.of(SlabLists.class, SlabObjects.class, SlabDebugging.class);

  private final ClassLoader classes;

  /**
   * @param classes finds those of the port
   */
  Mutants(ClassLoader classes) {
    this.classes = classes;
  }

  /** Every precaution left out. */
  List<Variant> leftOut() {
    return Arrays.stream(Precaution.values()).map(this::leftOut).toList();
  }

  private Variant leftOut(Precaution precaution) {
    List<Edit> edits = Arrays.stream(precaution.edits()).map(Edit::of).toList();
    Set<String> methods =
        edits.stream()
            .map(edit -> edit.toString().replaceFirst(":.*", "").replace('.', '/'))
            .map(name -> name.replaceFirst("/(?=\\w+$)", "."))
            .collect(Collectors.toSet());
    return new Variant(
        LeftOut.label(precaution),
        Variant.Kind.LEFT_OUT,
        precaution.function(),
        LeftOut.place(precaution),
        precaution.what(),
        precaution.to(),
        null,
        () -> new World(LeftOut.change(precaution, classes)),
        methods.isEmpty() ? entered -> true : anyOf(methods));
  }

  /** Whether one of these is entered, given without descriptor. */
  private static Predicate<Set<String>> anyOf(Set<String> methods) {
    return entered ->
        entered.stream().anyMatch(m -> methods.contains(m.substring(0, m.indexOf('('))));
  }

  /** All changes of order. */
  List<Variant> reordered() {
    List<Variant> all = new ArrayList<>();
    for (Class<?> type : types()) {
      swaps(type).found().forEach(swap -> all.add(reordered(type, swap)));
    }
    for (Rearranged one : Rearranged.values()) {
      all.add(
          new Variant(
              Ids.of(one.edit),
              Variant.Kind.REORDERED,
              one.function,
              one.place,
              one.what,
              one.to,
              null,
              () -> world(new Editing(classes, List.of(Edit.of(one.edit)))),
              anyOf(Set.of(one.method))));
    }
    return all;
  }

  /** What cannot be put in another order, and why. */
  List<Swaps.Refused> refused() {
    return types().stream().flatMap(type -> swaps(type).refused().stream()).toList();
  }

  /** From the revision up, then what all revisions share. */
  private static List<Class<?>> types() {
    List<Class<?>> revision = new ArrayList<>();
    for (Class<?> t = Corrected.class; t != Object.class; t = t.getSuperclass()) {
      revision.add(t);
    }
    return Stream.of(revision, SLUB, LOCKS).flatMap(List::stream).toList();
  }

  private Swaps swaps(Class<?> type) {
    try (InputStream in =
        classes.getResourceAsStream(type.getName().replace('.', '/') + ".class")) {
      return Swaps.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Variant reordered(Class<?> type, Swap swap) {
    String name = swap.method().substring(0, swap.method().indexOf('('));
    String file = type.getSimpleName() + ".java:";
    String method = type.getName().replace('.', '/') + "." + swap.method();
    return new Variant(
        Ids.of(swap.toString()),
        Variant.Kind.REORDERED,
        KernelNames.function(type.getName(), name),
        file + swap.firstLine() + "," + swap.secondLine(),
        swap.first() + "; " + swap.second(),
        swap.second() + "; " + swap.first(),
        null,
        () -> world(new Swapping(classes, swap)),
        entered -> !swap.isNoticed() || entered.contains(method));
  }

  private static World world(Change change) {
    return new World(change);
  }
}
