// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import java.lang.invoke.MethodHandles;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.strategy.Strategy;
import org.jetbrains.lincheck.datastructures.ManagedCTestConfiguration;
import org.jetbrains.lincheck.datastructures.ManagedOptions;
import org.jetbrains.lincheck.datastructures.ModelCheckingCTestConfiguration;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.jvm.agent.InstrumentationMode;
import org.jetbrains.lincheck.jvm.agent.LincheckInstrumentation;
import org.jetbrains.lincheck.jvm.agent.TransformationUtilsKt;

/**
 * Lincheck's model checking, made to tell how far it came. Lincheck 3.7 says the same whether it
 * ran out of interleavings or of budget; but the strategy that it asks for the next interleaving
 * knows, so this keeps hold of it.
 */
final class InterleavingOptions
    extends ManagedOptions<InterleavingOptions, InterleavingOptions.Configuration> {
  static {
    // Lincheck's agent initialises this class while it is asked to transform another, for which a
    // jar is opened. Meanwhile a thread of the JDK that closes one waits for this class, and the
    // lock of all jars is held by it. So it is initialised before there is an agent.
    try {
      MethodHandles.lookup().ensureInitialized(TransformationUtilsKt.class);
    } catch (IllegalAccessException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final ModelCheckingOptions settings;
  private final Object sample;
  private Strategy strategy;

  /**
   * @param settings of the model checking
   * @param sample an object that reaches one of every class whose accesses are to be interleaved
   */
  InterleavingOptions(ModelCheckingOptions settings, Object sample) {
    this.settings = settings;
    this.sample = sample;
  }

  /** Whether there is no interleaving that was not run. */
  boolean isExhausted() {
    return !strategy.nextInvocation();
  }

  /**
   * Up to how many switches every interleaving was run. Lincheck deepens one switch at a time, and
   * counts the choice of the first actor and the switches at an actor's end. Ask this before {@link
   * #isExhausted}, which moves on.
   */
  int depth() {
    return Math.max(0, switches() - 1);
  }

  /** The depth that it was at, which only Lincheck's private field knows. */
  private int switches() {
    try {
      var field = strategy.getClass().getDeclaredField("maxNumberOfSwitches");
      field.setAccessible(true);
      return field.getInt(strategy);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this is not Lincheck 3.7", e);
    }
  }

  @Override
  public Configuration createTestConfigurations(Class<?> testClass) {
    return new Configuration(settings.createTestConfigurations(testClass));
  }

  /** A check as set; everything but keeping hold of the strategy is the original's. */
  final class Configuration extends ManagedCTestConfiguration {
    private final ModelCheckingCTestConfiguration original;

    private Configuration(ModelCheckingCTestConfiguration original) {
      super(
          original.getTestClass(),
          original.getIterations(),
          original.getThreads(),
          original.getActorsPerThread(),
          original.getActorsBefore(),
          original.getActorsAfter(),
          original.getGeneratorClass(),
          original.getVerifierClass(),
          original.getCheckObstructionFreedom(),
          original.getLoopIterationsBeforeThreadSwitch(),
          original.getLoopBound(),
          original.getRecursionBound(),
          original.getInvocationsPerIteration(),
          original.getGuarantees(),
          original.getMinimizeFailedScenario(),
          original.getSequentialSpecification(),
          original.getTimeoutMs(),
          original.getCustomScenarios(),
          original.getStdLibAnalysisEnabled$lincheck(),
          original.getAwaitLoopsAnalysisEnabled$lincheck());
      this.original = original;
    }

    @Override
    public InstrumentationMode getInstrumentationMode$lincheck() {
      return original.getInstrumentationMode$lincheck();
    }

    @Override
    public Strategy createStrategy(
        Class<?> testClass, ExecutionScenario scenario, Actor validation) {
      // Lincheck instruments a class when instrumented code makes the first object of it. The scene
      // is made by code that is not interleaved, so that its classes would never be.
      LincheckInstrumentation.INSTANCE.ensureObjectIsTransformed(sample);
      strategy = original.createStrategy(testClass, scenario, validation);
      return strategy;
    }
  }
}
