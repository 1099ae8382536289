// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps.woven;

import vacate.kernel.ListHead;

/** The kernel's words for the methods that are a step as a whole. */
final class Words {
  private Words() {}

  /** The word, or null if only what is done inside are steps. */
  static String of(String key, Names names, Object self, Object[] args) {
    return switch (key) {
      case "Cpu.localIrqSave" -> "local_irq_save()";
      case "Cpu.localIrqRestore" -> "local_irq_restore(" + ((Boolean) args[0] ? "off" : "on") + ")";
      case "Cpu.localIrqEnable" -> "local_irq_enable()";
      case "Cpu.localIrqDisable" -> "local_irq_disable()";
      case "Cpu.irqsDisabled" -> "irqs_disabled()";
      case "Cpu.preemptDisable" -> "preempt_disable()";
      case "Cpu.preemptEnable" -> "preempt_enable()";
      case "Cpu.cpuRelax" -> "cpu_relax()";
      case "Cpu.complain" -> "printk(" + args[0] + ")";
      case "Kmalloc.kmalloc" -> "kmalloc(" + args[1] + ")";
      case "Kmalloc.kfree" -> "kfree(" + names.value(args[1]) + ")";
      case "RwSemaphore.downReadTrylock" -> "down_read_trylock(slub_lock)";
      case "RwSemaphore.upRead" -> "up_read(slub_lock)";
      case "RwSemaphore.downWrite" -> "down_write(slub_lock)";
      case "RwSemaphore.upWrite" -> "up_write(slub_lock)";
      default -> null;
    };
  }

  static String list(String key, Names names, ListHead self, Object[] args) {
    String list = names.of(self);
    return switch (key) {
      case "ListHead.add", "ListHead.addOverwriting" -> call("list_add", names.of(args[0]), list);
      case "ListHead.addTail" -> call("list_add_tail", names.of(args[0]), list);
      case "ListHead.del" -> "list_del(" + list + ")";
      case "ListHead.moveTo" -> call("list_move", list, names.of(args[0]));
      case "ListHead.moveToTail" -> call("list_move_tail", list, names.of(args[0]));
      case "ListHead.spliceBehind" -> call("list_splice", list, names.of(args[0]));
      case "ListHead.isEmpty" -> "list_empty(" + list + ")";
      case "ListHead.last" -> "read " + list + "->prev";
      default -> throw new IllegalArgumentException(key);
    };
  }

  private static String call(String function, String entry, String list) {
    return function + "(" + entry + ", " + list + ")";
  }

  /** A lock's name among those that are held. */
  static String lock(String name) {
    return name.equals("n->list_lock") ? "list" : name.equals("zone->lock") ? "zone" : name;
  }
}
