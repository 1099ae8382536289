// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

/**
 * {@code struct list_head}: a doubly linked circular list through its elements. Nothing is ordered
 * or locked here; {@code list_lock} is the caller's.
 *
 * <p>Deleting poisons the links as 2.6.22 does, so that a second delete is caught where the kernel
 * would follow a bad pointer. Adding an element that is still linked, which the kernel would do
 * silently, is caught too.
 */
@OneStep(OneStep.Because.LISTS_HAVE_ONE_USER)
@Primitive
public final class ListHead {
  /** {@code LIST_POISON1}: the next link of an element on no list. */
  public static final ListHead LIST_POISON1 = new ListHead(null);

  /** {@code LIST_POISON2}: the previous link of an element on no list. */
  public static final ListHead LIST_POISON2 = new ListHead(null);

  /** {@code container_of}: what this is embedded in; null for the head of a list. */
  public final Object container;

  /** The link; plain, like every access to a list. */
  public ListHead next;

  private ListHead prev;

  private ListHead(Object container) {
    this.container = container;
    this.next = LIST_POISON1;
    this.prev = LIST_POISON2;
  }

  /** {@code LIST_HEAD_INIT}: an empty list. */
  public static ListHead head() {
    ListHead head = new ListHead(null);
    head.next = head;
    head.prev = head;
    return head;
  }

  /** A link embedded in the container, on no list. */
  public static ListHead entryOf(Object container) {
    return new ListHead(container);
  }

  /** {@code list_empty}. */
  public boolean isEmpty() {
    return next == this;
  }

  /** The last element of this head's list; the head itself if it is empty. */
  public ListHead last() {
    return prev;
  }

  /**
   * {@code list_add}: puts the entry right behind this head.
   *
   * @throws KernelBug if the entry is on a list
   */
  public void add(ListHead entry) {
    checkUnlinked(entry);
    entry.insertBetween(this, next);
  }

  /**
   * {@code list_add_tail}: puts the entry at the end of this head's list.
   *
   * @throws KernelBug if the entry is on a list
   */
  public void addTail(ListHead entry) {
    checkUnlinked(entry);
    entry.insertBetween(prev, this);
  }

  /**
   * {@code list_add} as the page allocator uses it: the links are overwritten whatever they hold,
   * and a list that still runs through them is corrupt from here on.
   */
  public void addOverwriting(ListHead entry) {
    entry.insertBetween(this, next);
  }

  /** {@code list_add_tail} that overwrites the links as {@link #addOverwriting} does. */
  public void addTailOverwriting(ListHead entry) {
    entry.insertBetween(prev, this);
  }

  /**
   * {@code list_del}.
   *
   * @throws KernelBug if the entry is on no list, or its link is the {@code rcu_head} of the last
   *     in a queue
   */
  public void del() {
    unlink("list_del");
    next = LIST_POISON1;
    prev = LIST_POISON2;
  }

  /** Whether this is the link of an element that is on no list. */
  public boolean isUnlinked() {
    return next == LIST_POISON1 && prev == LIST_POISON2;
  }

  /** Overwrites the links with what freed memory holds: whoever follows one faults. */
  public void poison() {
    next = null;
    prev = null;
  }

  /** Whether the links are what {@link #poison} leaves. */
  public boolean isPoisoned() {
    return next == null && prev == null;
  }

  /** Whether this was on no list when {@code call_rcu} took the first link for its queue. */
  public boolean isRcuHead() {
    return next != LIST_POISON1 && prev == LIST_POISON2;
  }

  /** Whether both neighbours lead back here, as {@code CONFIG_DEBUG_LIST} asks. */
  public boolean isSound() {
    return next != null && prev != null && next.prev == this && prev.next == this;
  }

  /** {@code list_move}: from wherever it is to right behind the head. */
  public void moveTo(ListHead head) {
    unlink("list_move");
    insertBetween(head, head.next);
  }

  /** {@code list_move_tail}: from wherever it is to the end of the head's list. */
  public void moveToTail(ListHead head) {
    unlink("list_move_tail");
    insertBetween(head.prev, head);
  }

  /** {@code list_splice}: puts all elements of this head's list right behind {@code at}. */
  public void spliceBehind(ListHead at) {
    if (isEmpty()) {
      return;
    }
    ListHead first = next;
    ListHead last = prev;
    ListHead after = at.next;
    checkNoPoison(at, after);
    first.prev = at;
    at.next = first;
    last.next = after;
    after.prev = last;
  }

  private static void checkUnlinked(ListHead entry) {
    KernelBug.bugOn(entry.next != LIST_POISON1, "list_add", "the entry is on a list already");
  }

  /** Nothing is ever written to LIST_POISON: at its address there is no memory. */
  private static void checkNoPoison(ListHead before, ListHead after) {
    KernelBug.bugOn(
        before == LIST_POISON1
            || before == LIST_POISON2
            || after == LIST_POISON1
            || after == LIST_POISON2,
        "list_add",
        "LIST_POISON dereferenced, a neighbour is on no list");
  }

  private void unlink(String function) {
    ListHead after = next;
    ListHead before = prev;
    if (after == LIST_POISON1 || before == LIST_POISON2) {
      throw new KernelBug(function, "LIST_POISON dereferenced, the entry is on no list");
    }
    KernelBug.bugOn(
        after == null, function, "NULL pointer dereference, the entry is queued for RCU");
    after.prev = before;
    before.next = after;
  }

  private void insertBetween(ListHead before, ListHead after) {
    checkNoPoison(before, after);
    after.prev = this;
    next = after;
    prev = before;
    before.next = this;
  }
}
