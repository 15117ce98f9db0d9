package io.github.videorooms.testkit;

import io.github.videorooms.model.RoomSession;
import io.github.videorooms.model.VideoEvent;
import java.util.List;

/**
 * A session of a {@link FakeSpace}, running or ended. Thread-safe.
 *
 * <p>After {@link FakeSpace#reset}, it has ended and its lists are empty.
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
   * Returns the session as a list of the API returns it now.
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
   * @return false once it has ended
   */
  public boolean isRunning() {
    return project.look(() -> project.meetings.isRunning(id));
  }

  /**
   * Returns everyone who took part, including those who left.
   *
   * @return the members, in the order in which they joined; unmodifiable
   */
  public List<FakeMember> getMembers() {
    return project.handles(
        member -> new FakeMember(project, member), () -> project.meetings.members(id));
  }

  /**
   * Returns the events: {@code room.started}, {@code room.ended}, {@code member.joined}, {@code
   * member.left}, {@code recording.started}, {@code recording.paused}, {@code recording.resumed}
   * and {@code recording.ended}.
   *
   * @return the events, in the order in which they occurred; unmodifiable
   */
  public List<VideoEvent> getEvents() {
    return project.models(VideoEvent.class, () -> project.events.allOfSession(id));
  }

  /**
   * Returns the recordings of the session.
   *
   * @return the recordings, in the order of their start; unmodifiable
   */
  public List<FakeRecording> getRecordings() {
    return project.handles(
        recording -> new FakeRecording(project, recording), () -> project.recordings.allOf(id));
  }

  /**
   * Starts a recording. It ends when it is {@linkplain FakeRecording#stop stopped} or the session
   * ends.
   *
   * @return the recording
   * @throws IllegalStateException if the session has ended
   */
  public FakeRecording startRecording() {
    return project.look(
        () -> {
          if (!project.meetings.isRunning(id)) {
            throw new IllegalStateException("the session has ended");
          }
          return new FakeRecording(project, project.recordings.start(project.meetings.session(id)));
        });
  }

  /** Ends the session: everybody leaves. Does nothing if it has ended. */
  public void end() {
    project.step(() -> project.meetings.end(id));
  }

  /** Returns the id. */
  @Override
  public String toString() {
    return "FakeSession{" + id + "}";
  }
}
