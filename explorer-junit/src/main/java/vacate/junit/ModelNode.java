// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import vacate.explorer.model.MemoryModel;

/**
 * A test under a memory model. It has no source of its own: reports then call it by its model, in
 * the class that its parent is.
 */
final class ModelNode extends AbstractTestDescriptor {
  /** Of such a node in a unique id; its value is the model's. */
  static final String SEGMENT = "model";

  private final MemoryModel model;

  ModelNode(UniqueId parent, MemoryModel model) {
    super(id(parent, model), model.id());
    this.model = model;
  }

  static UniqueId id(UniqueId parent, MemoryModel model) {
    return parent.append(SEGMENT, model.id());
  }

  MemoryModel model() {
    return model;
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }
}
