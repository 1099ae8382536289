// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListHeadTest {
  private final ListHead list = ListHead.head();
  private final ListHead a = ListHead.entryOf("a");
  private final ListHead b = ListHead.entryOf("b");
  private final ListHead c = ListHead.entryOf("c");

  @Test
  void addPutsInFrontAndAddTailBehind() {
    assertThat(list.isEmpty()).isTrue();
    list.add(b);
    list.add(a);
    list.addTail(c);
    assertThat(list.isEmpty()).isFalse();
    assertThat(elements(list)).containsExactly("a", "b", "c");
    assertThat(list.last()).isSameAs(c);
  }

  @Test
  void theLastOfAnEmptyListIsItsHead() {
    assertThat(list.last()).isSameAs(list);
  }

  @Test
  void delTakesOneOutAndPoisonsItsLinks() {
    list.addTail(a);
    list.addTail(b);
    list.addTail(c);
    b.del();
    assertThat(elements(list)).containsExactly("a", "c");
    assertThat(b.next).isSameAs(ListHead.LIST_POISON1);
    assertThat(b.last()).isSameAs(ListHead.LIST_POISON2);
  }

  @Test
  void delTwiceIsABug() {
    list.add(a);
    a.del();
    assertThatThrownBy(a::del)
        .isInstanceOf(KernelBug.class)
        .hasMessage("list_del: LIST_POISON dereferenced, the entry is on no list");
  }

  @Test
  void delOfAnEntryWithoutABackLinkIsABug() {
    a.next = list;
    assertThatThrownBy(a::del).isInstanceOf(KernelBug.class);
    assertThat(list.isEmpty()).isTrue();
  }

  @Test
  void delOfAnEntryWhoseLinkIsAnRcuHeadIsABug() {
    list.add(a);
    a.next = null;
    assertThatThrownBy(a::del)
        .isInstanceOf(KernelBug.class)
        .hasMessage("list_del: NULL pointer dereference, the entry is queued for RCU");
  }

  @Test
  void addingAnEntryThatIsOnAListIsABug() {
    list.add(a);
    assertThatThrownBy(() -> list.add(a))
        .isInstanceOf(KernelBug.class)
        .hasMessage("list_add: the entry is on a list already");
    assertThatThrownBy(() -> ListHead.head().addTail(a)).isInstanceOf(KernelBug.class);
    assertThat(elements(list)).containsExactly("a");
  }

  @Test
  void aDeletedEntryMayBeAddedAgain() {
    list.add(a);
    a.del();
    list.add(a);
    assertThat(elements(list)).containsExactly("a");
  }

  @Test
  void movesGoToTheFrontOrToTheEndOfAnotherList() {
    ListHead target = ListHead.head();
    target.add(c);
    list.addTail(a);
    list.addTail(b);
    a.moveToTail(target);
    b.moveTo(target);
    assertThat(elements(list)).isEmpty();
    assertThat(elements(target)).containsExactly("b", "c", "a");
  }

  @Test
  void movingAnEntryThatIsOnNoListIsABug() {
    assertThatThrownBy(() -> a.moveTo(list)).hasMessageStartingWith("list_move: ");
    assertThatThrownBy(() -> a.moveToTail(list)).hasMessageStartingWith("list_move_tail: ");
  }

  @Test
  void splicePutsAllElementsBehindAnEntryInTheirOrder() {
    ListHead target = ListHead.head();
    target.addTail(a);
    ListHead d = ListHead.entryOf("d");
    target.addTail(d);
    list.addTail(b);
    list.addTail(c);
    list.spliceBehind(a);
    assertThat(elements(target)).containsExactly("a", "b", "c", "d");
    assertThat(target.last()).isSameAs(d);
    assertThat(d.last()).isSameAs(c);
  }

  @Test
  void spliceOfAnEmptyListChangesNothing() {
    ListHead target = ListHead.head();
    target.add(a);
    list.spliceBehind(target);
    assertThat(elements(target)).containsExactly("a");
  }

  @Test
  void addOverwritingDoesNotLookAtTheOldLinks() {
    ListHead free = ListHead.head();
    list.add(a);
    free.addOverwriting(a);
    assertThat(elements(free)).containsExactly("a");
    assertThat(list.next).as("the first list is corrupt now").isSameAs(a);
  }

  @Test
  void nothingIsWrittenThroughPoison() {
    assertThatThrownBy(() -> a.add(b))
        .isInstanceOf(KernelBug.class)
        .hasMessage("list_add: LIST_POISON dereferenced, a neighbour is on no list");
    list.add(c);
    assertThatThrownBy(() -> list.spliceBehind(a))
        .isInstanceOf(KernelBug.class)
        .hasMessageStartingWith("list_add: ");
    assertThat(ListHead.LIST_POISON1.last()).isNull();
  }

  @Test
  void anEntryIsUnlinkedUntilItIsAddedAndAfterItWasDeleted() {
    assertThat(a.isUnlinked()).isTrue();
    list.add(a);
    assertThat(a.isUnlinked()).isFalse();
    a.del();
    assertThat(a.isUnlinked()).isTrue();
  }

  @Test
  void aListIsSoundIfItsNeighboursLeadBack() {
    assertThat(a.isSound()).as("on no list").isFalse();
    assertThat(list.isSound()).as("empty").isTrue();
    list.add(a);
    assertThat(a.isSound()).isTrue();
    ListHead.head().addOverwriting(a);
    assertThat(list.isSound()).as("its element is on another list").isFalse();
  }

  @Test
  void anRcuHeadIsALinkOfWhichOnlyTheFirstHalfWasWritten() {
    assertThat(a.isRcuHead()).isFalse();
    a.next = null;
    assertThat(a.isRcuHead()).isTrue();
    list.addOverwriting(a);
    assertThat(a.isRcuHead()).isFalse();
  }

  private static List<Object> elements(ListHead head) {
    List<Object> elements = new ArrayList<>();
    for (ListHead at = head.next; at != head; at = at.next) {
      elements.add(at.container);
      assertThat(at.next.last()).as("back link").isSameAs(at);
    }
    return elements;
  }
}
