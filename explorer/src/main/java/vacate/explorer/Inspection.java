// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import vacate.explorer.execution.Location;
import vacate.explorer.execution.Value;
import vacate.explorer.graph.Graph;
import vacate.explorer.jcstress.Footing;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.WovenTest;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Modes;
import vacate.explorer.search.NotDeterministic;
import vacate.explorer.search.Refused;
import vacate.explorer.search.Replay;
import vacate.explorer.search.Stop;
import vacate.explorer.search.Tape;
import vacate.explorer.search.Token;

/**
 * Looks into the memory of a test: what it holds before the actors start, and after one execution.
 * A path is the names of fields with dots between them, and starts in the state object.
 *
 * <pre>{@code
 * Inspection look = new Inspection(test, loader);
 * look.cell("queue.head");          // Node#1, at Queue#1.head
 * look.replay(model, token);
 * look.ask("queue", "size");        // [3], if Queue has a method size
 * }</pre>
 */
public final class Inspection {
  private final StressTest test;
  private final ClassLoader loader;
  private final Modes modes;
  private final WovenTest program;
  private Graph execution;

  /**
   * A field before the actors start.
   *
   * @param location null if nobody can write it
   */
  public record Cell(Location location, Value value) {}

  /** Sets the test up; its classes are those that {@code loader} finds. */
  public Inspection(StressTest test, ClassLoader loader) {
    this(test, loader, Modes.DECLARED);
  }

  Inspection(StressTest test, ClassLoader loader, Modes modes) {
    this.test = test;
    this.loader = loader;
    this.modes = modes;
    this.program = new WovenTest(test, loader, Bounds.DEFAULT.loop(), modes);
  }

  /**
   * The same, on the footing on which the test was explored when a witness was found.
   *
   * @param token the witness'
   * @throws IllegalArgumentException if it is none, or the test cannot be set up on that footing
   */
  public static Inspection toReplay(StressTest test, ClassLoader loader, String token) {
    return toReplay(test, loader, Modes.DECLARED, token);
  }

  static Inspection toReplay(StressTest test, ClassLoader loader, Modes modes, String token) {
    StressTest asItWas = test.on(footing(token));
    try {
      return new Inspection(asItWas, loader, modes);
    } catch (Refused e) {
      throw Token.notItsProgram(e);
    }
  }

  private static Footing footing(String token) {
    String text = Token.parse(token).footing();
    try {
      return Footing.parse(text);
    } catch (IllegalArgumentException e) {
      throw Token.notOne(token);
    }
  }

  /**
   * A field before the actors start.
   *
   * @throws IllegalArgumentException if there is none
   * @throws IllegalStateException after {@link #replay}
   */
  public Cell cell(String path) {
    if (execution != null) {
      throw new IllegalStateException("the actors have run");
    }
    int last = path.lastIndexOf('.');
    Object owner = follow(path.substring(0, Math.max(last, 0)), false);
    Field field = program.machine().initialState().field(owner, path.substring(last + 1));
    Value value =
        program
            .machine()
            .initialState()
            .initial(field, program.machine().initialState().inHeap(owner, field));
    try {
      int location = program.machine().initialState().locate(owner, field);
      return new Cell(location < 0 ? null : program.location(location), value);
    } catch (Stop | Refused refused) {
      throw new IllegalArgumentException(path + " cannot be looked at", refused);
    }
  }

  /**
   * The object in which the actors put what they come to.
   *
   * @throws IllegalStateException if the test has none
   */
  public Value result() {
    if (program.result() == null) {
      throw new IllegalStateException(test.name() + " has no result");
    }
    return program.machine().initialState().initial(program.result());
  }

  private Object follow(String path, boolean constant) {
    Object at = program.state();
    if (at == null) {
      throw new IllegalArgumentException(
          "setup is a thread, and what it makes is no initial state");
    }
    for (String name : path.isEmpty() ? new String[0] : path.split("\\.")) {
      Field field = program.machine().initialState().field(at, name);
      if (constant && !program.machine().initialState().isConstant(field)) {
        throw new IllegalArgumentException(field + " is not final");
      }
      at = program.machine().initialState().inHeap(at, field);
    }
    return at;
  }

  /**
   * Rebuilds the execution that a witness' token stands for.
   *
   * @throws IllegalArgumentException if the token is none, was made for another test or model, or
   *     the test has changed since
   */
  public Witness replay(MemoryModel model, String token) {
    Replay.Replayed replayed = replayed(Token.parse(token), model);
    execution = replayed.execution();
    Linearization order = new Linearization(model);
    order.arrange(execution, Long.MAX_VALUE);
    return new Witness(
        token,
        Transcript.of(program, execution, order, replayed.outcome()),
        new Mending(test, loader, model, Settings.DEFAULT, modes));
  }

  private Replay.Replayed replayed(Token token, MemoryModel model) {
    try {
      return Replay.of(program.tape(), token, Exploration.program(test, loader, model, modes));
    } catch (Refused | NotDeterministic e) {
      throw Token.notItsProgram(e);
    }
  }

  /**
   * What a method without parameters returns after the execution, in place of the arbiter; of a
   * collection each element as a string. It runs on its own, and changes nothing.
   *
   * @param path of the object, through final fields only; empty for the state object
   * @throws IllegalArgumentException if there is no such object or method
   * @throws IllegalStateException before {@link #replay}
   */
  public List<String> ask(String path, String method) {
    if (execution == null) {
      throw new IllegalStateException("nothing is replayed");
    }
    Object object = follow(path, true);
    Object answer = Replay.conclude(question(object, method), execution);
    return answer instanceof List<?> said
        ? said.stream().map(String::valueOf).toList()
        : List.of(answer.toString());
  }

  private Tape question(Object object, String name) {
    try {
      Method method = object.getClass().getMethod(name);
      method.setAccessible(true);
      return program.asking(object, method);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(object.getClass() + " has no method " + name, e);
    }
  }
}
