// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A headless Chromium with one page, driven over its DevTools protocol. */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final String LISTENING = "DevTools listening on ";

  /** Far more than it takes on any machine: a page that hangs must not hang the build. */
  private static final int PATIENCE_SECONDS = 300;

  private final Process process;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<Map<String, Object>>> answers =
      new ConcurrentHashMap<>();
  private final List<Map<String, Object>> events = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Boolean> loaded = new LinkedBlockingQueue<>();
  private final WebSocket socket;
  private String session;

  /** The one on the path, if there is one. */
  static Optional<Path> find() {
    return NAMES.stream()
        .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(dir -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts it.
   *
   * @throws IOException if it does not come up
   */
  Chromium(Path program, Path profile) throws IOException {
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(endpoint()), new Listener())
            .join();
    Map<String, Object> target = call("Target.createTarget", Map.of("url", "about:blank"));
    session =
        (String)
            call(
                    "Target.attachToTarget",
                    Map.of("targetId", target.get("targetId"), "flatten", true))
                .get("sessionId");
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      call(domain + ".enable", Map.of());
    }
  }

  private String endpoint() throws IOException {
    BufferedReader said = process.inputReader();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(LISTENING)) {
        Thread drain = new Thread(() -> drain(said), "chromium's output");
        drain.setDaemon(true);
        drain.start();
        return line.substring(LISTENING.length()).strip();
      }
    }
    throw new IOException("Chromium ended before it listened");
  }

  /** What it says must go somewhere, or it waits. */
  private static void drain(BufferedReader said) {
    try {
      said.transferTo(Writer.nullWriter());
    } catch (IOException e) {
      // It was ended.
    }
  }

  /** Loads a page and waits until it is there. */
  void open(URI page) throws InterruptedException {
    loaded.clear();
    call("Page.navigate", Map.of("url", page.toString()));
    if (loaded.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) {
      throw new AssertionError("the page does not load");
    }
  }

  /** The value of an expression of JavaScript. */
  Object eval(String expression) {
    Map<String, Object> answer =
        call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (answer.containsKey("exceptionDetails")) {
      throw new AssertionError(answer);
    }
    return map(answer.get("result")).get("value");
  }

  /** Strikes a key, as {@code Tab}. */
  void strike(String key, int code, String text) {
    Map<String, Object> stroke = new LinkedHashMap<>();
    stroke.put("type", "keyDown");
    stroke.put("key", key);
    stroke.put("code", key.isBlank() ? "Space" : key);
    stroke.put("windowsVirtualKeyCode", code);
    if (text != null) {
      stroke.put("text", text);
    }
    call("Input.dispatchKeyEvent", stroke);
    stroke.put("type", "keyUp");
    stroke.remove("text");
    call("Input.dispatchKeyEvent", stroke);
  }

  Map<String, Object> call(String method, Map<String, Object> parameters) {
    int id = ids.incrementAndGet();
    CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
    answers.put(id, answer);
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("id", id);
    message.put("method", method);
    message.put("params", parameters);
    if (session != null) {
      message.put("sessionId", session);
    }
    try {
      socket.sendText(JSON.std.asString(message), true).join();
      Map<String, Object> said = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (said.containsKey("error")) {
        throw new AssertionError(method + ": " + said.get("error"));
      }
      return map(said.get("result"));
    } catch (Exception e) {
      throw new AssertionError(method, e);
    }
  }

  /** The parameters of all events of that name so far. */
  List<Map<String, Object>> events(String method) {
    return events.stream()
        .filter(event -> event.get("method").equals(method))
        .map(event -> map(event.get("params")))
        .toList();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        take(message.toString());
        message.setLength(0);
      }
      from.request(1);
      return null;
    }

    private void take(String text) {
      try {
        Map<String, Object> said = JSON.std.mapFrom(text);
        if (said.containsKey("id")) {
          answers.remove((Integer) said.get("id")).complete(said);
        } else {
          events.add(said);
          if (said.get("method").equals("Page.loadEventFired")) {
            loaded.add(true);
          }
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
