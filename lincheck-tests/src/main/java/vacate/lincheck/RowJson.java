// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vacate.claim.Row;

/** Rows as JSON: {@code {"version":1,"results":[...]}}, a member for each component of a row. */
final class RowJson {
  private static final JSON WRITER =
      JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES, JSON.Feature.PRETTY_PRINT_OUTPUT);

  private RowJson() {}

  /** Writes the rows beside the file and then moves them there: it is whole at any time. */
  static void write(Path file, List<Row> rows) throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", 1);
    document.put("results", rows.stream().map(RowJson::plain).toList());
    Path whole = file.toAbsolutePath();
    Path partial = whole.resolveSibling(whole.getFileName() + ".part");
    Files.writeString(partial, WRITER.asString(document));
    Files.move(partial, whole, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Records become maps in the order of their components, enums what they print. */
  static Object plain(Object value) {
    if (value instanceof Record row) {
      Map<String, Object> members = new LinkedHashMap<>();
      for (RecordComponent component : row.getClass().getRecordComponents()) {
        members.put(component.getName(), plain(read(row, component)));
      }
      return members;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(RowJson::plain).toList();
    }
    return value instanceof Enum<?> constant ? constant.toString() : value;
  }

  private static Object read(Record row, RecordComponent component) {
    try {
      return component.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component.getName(), e);
    }
  }
}
