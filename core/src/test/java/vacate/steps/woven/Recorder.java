// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps.woven;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vacate.kernel.Cpu;
import vacate.steps.Step;

/** The steps that were made, and the state in which the next one is. */
final class Recorder {
  private final List<Step> steps = new ArrayList<>();
  private final Set<String> locks = new TreeSet<>();
  private final Map<Cpu, Boolean> irqsOff = new HashMap<>();
  private Cpu cpu;
  private boolean recording;
  private int muted;

  /** The location that the last step has loaded, or null, and what was there. */
  private String loaded;

  private long seen;
  private String trigger;
  private Runnable triggered;

  /** From now on steps are recorded; a CPU that is null is the one that ran last. */
  void start(Cpu first) {
    recording = true;
    loaded = null;
    cpu = first == null ? cpu : first;
  }

  void stop() {
    recording = false;
  }

  /** What follows is part of a step, or of nobody's, until {@link #unmute}. */
  void mute() {
    muted++;
  }

  void unmute() {
    muted--;
  }

  boolean isRecording() {
    return recording && muted == 0;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Who does what follows. */
  void runsOn(Cpu now) {
    cpu = now;
  }

  String runningOn() {
    return cpu == null || cpu.id == 0 ? "" : " on cpu" + cpu.id;
  }

  void irqs(Cpu of, boolean off) {
    irqsOff.put(of, off);
  }

  void acquired(String lock) {
    locks.add(lock);
  }

  void released(String lock) {
    locks.remove(lock);
  }

  /** Lets something happen, unseen, right after the next step of that name. */
  void after(String access, Runnable action) {
    trigger = access;
    triggered = action;
  }

  void step(String access) {
    loaded = null;
    if (!isRecording()) {
      return;
    }
    steps.add(Step.recorded(access, locks, irqsOff.getOrDefault(cpu, false)));
    if (access.equals(trigger)) {
      trigger = null;
      Cpu on = cpu;
      stop();
      triggered.run();
      start(on);
    }
  }

  void load(String access, String location, long value) {
    step(access);
    loaded = location;
    seen = value;
  }

  /** Whether the last step has loaded it and nothing else was done since. */
  boolean hasJustLoaded(String location) {
    return isRecording() && location.equals(loaded);
  }

  long seen() {
    return seen;
  }

  /** The load before it and this store are one step in the kernel's words, {@code x++}. */
  void storeWhatWasLoaded(String access) {
    steps.remove(steps.size() - 1);
    step(access);
  }
}
