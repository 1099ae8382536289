// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import vacate.explorer.hook.ServiceHooks;

/**
 * Stands for {@link java.util.ServiceLoader} in woven code: providers are those that files of the
 * program's class path name, made in that order when somebody comes to them. It is for one thread,
 * as the JDK's, and what that does to two is not what this would: so it is setup's.
 */
public final class ServiceLoader<S> implements Iterable<S> {
  private final Class<S> service;
  private String[] names;
  private Object[] providers;

  private ServiceLoader(Class<S> service) {
    this.service = Objects.requireNonNull(service);
    look();
  }

  public static <S> ServiceLoader<S> load(Class<S> service) {
    return new ServiceLoader<>(service);
  }

  /** All classes of the program are one loader's. */
  public static <S> ServiceLoader<S> load(Class<S> service, ClassLoader loader) {
    return new ServiceLoader<>(service);
  }

  public void reload() {
    ServiceHooks.used("reload");
    look();
  }

  private void look() {
    names = ServiceHooks.providers(service);
    providers = new Object[names.length];
  }

  public Optional<S> findFirst() {
    Iterator<S> all = iterator();
    return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
  }

  private S provider(int i) {
    if (providers[i] == null) {
      providers[i] = made(names[i]);
    }
    return service.cast(providers[i]);
  }

  private Object made(String name) {
    try {
      Class<?> type = Class.forName(name);
      if (service.isAssignableFrom(type)) {
        return type.getConstructor().newInstance();
      }
    } catch (ReflectiveOperationException e) {
      throw new ServiceConfigurationError(name + " cannot be made", e);
    }
    throw new ServiceConfigurationError(name + " is none");
  }

  @Override
  public Iterator<S> iterator() {
    ServiceHooks.used("iterator");
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        ServiceHooks.used("iterator");
        return next < names.length;
      }

      @Override
      public S next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return provider(next++);
      }
    };
  }
}
