package io.github.videorooms.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The API, from a request to its answer. */
final class VideoApi {
  private final String credentials;
  private final Project project;
  private final Cursors cursors;
  private final Unplayed unplayed;
  private final Map<String, Function<Call, Answer>> operations = new HashMap<>();

  VideoApi(
      String user,
      String password,
      Project project,
      RoomTokens roomTokens,
      Cursors cursors,
      Unplayed unplayed) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    this.credentials = "Basic " + Base64.getEncoder().encodeToString(pair);
    this.project = project;
    this.cursors = cursors;
    this.unplayed = unplayed;
    operations.putAll(new RoomOperations(project, roomTokens).byTemplate());
    operations.putAll(new ConferenceOperations(project).byTemplate());
    operations.putAll(new StreamOperations(project).byTemplate());
    operations.putAll(new SessionOperations(project).byTemplate());
    operations.putAll(new RecordingOperations(project).byTemplate());
    operations.putAll(new LogOperations(project).byTemplate());
  }

  /** Returns the operations: each is a method, and the path after {@code /api/video/}. */
  Set<String> operations() {
    return operations.keySet();
  }

  Answer answer(RecordedRequest request) {
    try {
      if (!credentials.equals(request.getHeader("Authorization"))) {
        throw Refusal.unauthorized();
      }
      Call call = new Call(request, cursors);
      Function<Call, Answer> operation = operations.get(call.operation());
      if (operation == null) {
        throw unplayed.has(request) ? Refusal.notPlayed(request.toString()) : Refusal.notFound();
      }
      return project.step(() -> operation.apply(call));
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }
}
