// SPDX-License-Identifier: GPL-2.0-only
package vacate.work;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What went wrong with a file, for a person to read: the JDK often says its name and no more. */
public final class FileTrouble {
  private FileTrouble() {}

  /** Why, in a few words. */
  public static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof NotDirectoryException) {
      return "not a folder";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "it is there already";
    }
    if (e instanceof FileSystemException named && named.getFile() != null) {
      return named.getReason() == null ? "no reason is given" : named.getReason();
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  /** Which file, if that is known, and why. */
  public static String text(IOException e) {
    return e instanceof FileSystemException named && named.getFile() != null
        ? named.getFile() + ": " + reason(e)
        : reason(e);
  }
}
