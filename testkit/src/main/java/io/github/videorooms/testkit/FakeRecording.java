package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import io.github.videorooms.model.RoomRecording;
import java.util.function.BiConsumer;

/**
 * A recording of a {@link FakeSession}. Thread-safe.
 *
 * <p>Its methods throw {@link IllegalStateException} once it is deleted, and after {@link
 * FakeSpace#reset}.
 */
public final class FakeRecording {
  private final Project project;
  private final String id;

  FakeRecording(Project project, String id) {
    this.project = project;
    this.id = id;
  }

  /**
   * Returns the id.
   *
   * @return the recording's id
   */
  public String getId() {
    return id;
  }

  /**
   * Returns the recording as the API shows it now.
   *
   * @return the recording; once it is completed, it has a {@code uri} for 900 seconds
   */
  public RoomRecording getState() {
    return project.look(
        () ->
            Json.toModel(
                project.recordings.show(id, RecordingOperations.USUAL_TTL), RoomRecording.class));
  }

  /**
   * Pauses. Pausing again does nothing.
   *
   * @throws IllegalStateException if the recording has ended
   */
  public void pause() {
    act(project.recordings::pause);
  }

  /**
   * Goes on after a pause. Without one, nothing happens.
   *
   * @throws IllegalStateException if the recording has ended
   */
  public void resume() {
    act(project.recordings::resume);
  }

  /** Ends the recording, which is completed at once. Stopping again does nothing. */
  public void stop() {
    act(project.recordings::stop);
  }

  /**
   * Returns what a download gives: made-up bytes, the same each time, and no film.
   *
   * @return a new array, as long as {@code size_in_bytes} says
   * @throws IllegalStateException if the recording has not ended
   */
  public byte[] getContent() {
    return project.look(
        () -> {
          project.recordings.requireExisting(id);
          byte[] file = project.recordings.file(id);
          if (file == null) {
            throw new IllegalStateException("the recording has not ended");
          }
          return file;
        });
  }

  /** Returns the id. */
  @Override
  public String toString() {
    return "FakeRecording{" + id + "}";
  }

  private void act(BiConsumer<JsonObject, String> action) {
    project.look(
        () -> action.accept(project.meetings.session(project.recordings.sessionOf(id)), id));
  }
}
