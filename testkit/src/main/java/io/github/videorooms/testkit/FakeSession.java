package io.github.videorooms.testkit;

import io.github.videorooms.model.RoomSession;
import io.github.videorooms.model.VideoEvent;
import java.util.List;

/**
 * A session of a {@link FakeSpace}, running or over. Thread-safe.
 *
 * <p>After {@link FakeSpace#reset} it is over, and its lists are empty.
 */
public final class FakeSession {
  private final Project project;
  private final String id;

  FakeSession(Project project, String id) {
    this.project = project;
    this.id = id;
  }

  /**
   * Returns the id.
   *
   * @return the session's id
   */
  public String getId() {
    return id;
  }

  /**
   * Returns the session as a list of the API shows it now.
   *
   * @return the session, with its cost
   * @throws IllegalStateException if the space was reset
   */
  public RoomSession getState() {
    return project.look(() -> Json.toModel(project.meetings.session(id), RoomSession.class));
  }

  /**
   * Returns whether the session is running.
   *
   * @return false once it is over
   */
  public boolean isRunning() {
    return project.look(() -> project.meetings.isRunning(id));
  }

  /**
   * Returns who took part, those who left too.
   *
   * @return the members, in the order in which they came; unmodifiable
   */
  public List<FakeMember> getMembers() {
    return project.handles(
        member -> new FakeMember(project, member), () -> project.meetings.members(id));
  }

  /**
   * Returns what happened: {@code room.started}, {@code room.ended}, {@code member.joined}, {@code
   * member.left}, {@code recording.started}, {@code recording.paused}, {@code recording.resumed}
   * and {@code recording.ended}.
   *
   * @return the events, in the order in which they happened; unmodifiable
   */
  public List<VideoEvent> getEvents() {
    return project.models(VideoEvent.class, () -> project.events.allOfSession(id));
  }

  /**
   * Returns what was recorded.
   *
   * @return the recordings, in the order of their start; unmodifiable
   */
  public List<FakeRecording> getRecordings() {
    return project.handles(
        recording -> new FakeRecording(project, recording),
        () -> project.recordings.showAllOf(id, RecordingOperations.USUAL_TTL));
  }

  /**
   * Starts a recording. It stops when it is {@linkplain FakeRecording#stop stopped} or the session
   * ends.
   *
   * @return the recording
   * @throws IllegalStateException if the session is over
   */
  public FakeRecording startRecording() {
    return project.look(
        () -> {
          if (!project.meetings.isRunning(id)) {
            throw new IllegalStateException("the session is over");
          }
          return new FakeRecording(project, project.recordings.start(project.meetings.session(id)));
        });
  }

  /** Ends the session: everybody leaves. Ending it again does nothing. */
  public void end() {
    project.step(() -> project.meetings.end(id));
  }

  /** Returns the id. */
  @Override
  public String toString() {
    return "FakeSession{" + id + "}";
  }
}
