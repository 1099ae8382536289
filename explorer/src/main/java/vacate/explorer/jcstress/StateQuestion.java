// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jcstress;

import java.util.Collection;
import java.util.List;
import vacate.explorer.search.Ending;
import vacate.explorer.search.Memory;
import vacate.explorer.search.Program;
import vacate.explorer.search.Stop;

/**
 * The actors of a test, and in place of the arbiter and the result a question: what a method
 * without parameters says, of a collection each element as a string.
 */
record StateQuestion(WovenTest test, BoundMethod question) implements Program {
  @Override
  public int threads() {
    return test.threads();
  }

  @Override
  public boolean mayWaitForEver(int thread) {
    return test.mayWaitForEver(thread);
  }

  @Override
  public void run(int thread, Memory memory) throws Stop {
    test.run(thread, memory);
  }

  @Override
  public long initial(int location) {
    return test.initial(location);
  }

  @Override
  public Object failed(List<Ending> endings) {
    return test.failed(endings);
  }

  @Override
  public Object conclude(Memory memory) throws Stop {
    return test.conclude(memory, () -> strings(test.call(memory, question)));
  }

  private static List<String> strings(Object answer) {
    return answer instanceof Collection<?> many
        ? many.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(answer));
  }
}
