package io.github.videorooms.testkit;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.global.GlobalSettings;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.recording.RecordingStatus;
import com.google.gson.JsonObject;
import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.model.Conference;
import io.github.videorooms.model.ConferenceToken;
import io.github.videorooms.model.CreateConferenceRequest;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.CreateStreamRequest;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.VideoLog;
import io.github.videorooms.model.VideoStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Video space for tests: a server in this process, on a free port of 127.0.0.1, that stores the
 * resources of a project and responds as the API does.
 *
 * <pre>{@code
 * try (FakeSpace space = FakeSpace.start()) {
 *   space.failNext(Failure.status(503));
 *   Room room = space.getClient().video().rooms().create(standup);
 *   assertThat(space.getRooms()).containsExactly(room);
 *   assertThat(space.getRequests()).hasSize(2);
 * }
 * }</pre>
 *
 * <p>It rejects what the API documents as invalid, and ignores unknown fields. It also rejects
 * values that are not listed in an enumeration, although the service may accept more values than
 * are documented. Stream targets are validated as text; no host name is resolved.
 *
 * <p>To an operation that it does not simulate, the space responds with the example in the API's
 * document, after checking the request: the documented status, headers and body, and the header
 * {@code FakeSpace-Example} with the operation's id. {@link RecordedRequest#hasExampleResponse()}
 * identifies such requests.
 *
 * <p>A session starts when a test {@linkplain #join joins} a room with a token, and continues as
 * the test lets members join and leave and {@linkplain #advance time pass}:
 *
 * <pre>{@code
 * space.setTime(Instant.parse("2026-03-02T09:00:00Z"));
 * FakeMember ines = space.join(token);
 * space.advance(Duration.ofMinutes(30));
 * ines.leave();
 * assertThat(ines.getSession().getState().getDuration()).isEqualTo(1800);
 * }</pre>
 *
 * <p>The prices are fictitious, and charged by the second: a member costs $0.003 per minute, or
 * $0.006 if the quality is 1080p; a recording costs $0.0027 per minute. Costs appear once the
 * member has left, or the recording or the session has ended. A running session continues if its
 * room is deleted; a new room of the same name has sessions of its own.
 *
 * <p>Recordings can be downloaded from the space itself, under {@code /storage/}, until their URL
 * expires. A request with credentials is rejected with status 400.
 *
 * <p>Thread-safe. Any number of spaces can run side by side; each has its own credentials.
 */
public final class FakeSpace implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(FakeSpace.class.getName());

  private final String projectId;
  private final String token;
  private final SpaceClock clock;
  private final Project project;
  private final JoinService joinService;
  private final VideoApi api;
  private final RequestLog requestLog = new RequestLog();
  private final QueuedFailures failures;
  private final WireMockServer server;
  private final int port;
  private volatile LongSupplier latency = Latency.NONE.start();
  private @Nullable SignalWireRestClient client;

  private FakeSpace(Builder builder, boolean daemon) {
    this.projectId = builder.project != null ? builder.project : UUID.randomUUID().toString();
    this.token = builder.token != null ? builder.token : "PT" + UUID.randomUUID();
    this.clock = new SpaceClock(builder.clock);
    Signer signer = Signer.withRandomSecret();
    this.project =
        new Project(builder.api, projectId, clock, builder.streamLimit, signer, this::getUrl);
    RoomTokens roomTokens = new RoomTokens(signer, project.now);
    this.failures = new QueuedFailures(builder.api);
    this.joinService = new JoinService(project, roomTokens);
    this.api = new VideoApi(projectId, token, project, roomTokens, new Cursors(signer));
    this.server =
        WireMockVersion.require(() -> Server.start(this::respond, this::latencyMillis, daemon));
    this.port = server.port();
    server.addMockServiceRequestListener(
        (request, response) -> requestLog.add(RecordedRequest.of(request, response, builder.api)));
  }

  /**
   * Starts a space.
   *
   * @return an empty space
   */
  public static FakeSpace start() {
    return builder().start();
  }

  /**
   * Returns a builder, for a space with custom settings.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a client of this space.
   *
   * @return always the same client; closed with the space
   * @throws IllegalStateException if the space was closed before
   */
  public synchronized SignalWireRestClient getClient() {
    if (client == null) {
      if (!server.isRunning()) {
        throw new IllegalStateException("the space is closed");
      }
      client = clientBuilder().build();
    }
    return client;
  }

  /**
   * Returns a builder for additional clients, with project, token and space set.
   *
   * @return a new builder; the caller has to close the client that it builds
   */
  public SignalWireRestClient.Builder clientBuilder() {
    return SignalWireRestClient.builder().project(projectId).token(token).space(getHost());
  }

  /**
   * Returns the project that the space accepts.
   *
   * @return the project's id
   */
  public String getProject() {
    return projectId;
  }

  /**
   * Returns the token that the space accepts.
   *
   * @return the token
   */
  public String getToken() {
    return token;
  }

  /**
   * Returns the host, as a client accepts it for its space.
   *
   * @return such as {@code 127.0.0.1:40123}
   */
  public String getHost() {
    return "127.0.0.1:" + port;
  }

  /**
   * Returns the URL of the space.
   *
   * @return such as {@code http://127.0.0.1:40123}
   */
  public String getUrl() {
    return "http://" + getHost();
  }

  /**
   * Adds a room without an HTTP request.
   *
   * @param request the room, under the same rules as over HTTP; but its extras become fields of the
   *     room, which makes it possible to set read-only fields, such as {@code fps}. The value of a
   *     documented field is converted to the form that the API sends, such as {@code "30"} to 30
   *     and a time to UTC; other extras are stored unchanged
   * @return the room
   * @throws IllegalArgumentException if the API would reject it, or a room cannot have one of the
   *     extras, since its value is of another type; the message says why
   */
  public Room addRoom(CreateRoomRequest request) {
    JsonObject sent = Json.ofModel(Objects.requireNonNull(request, "request"));
    JsonObject extras = taken(request.getExtras().keySet(), sent);
    return add(Room.class, () -> project.createRoom(fields("POST rooms", sent), extras));
  }

  /**
   * Adds a conference, with its tokens, without an HTTP request.
   *
   * @param request the conference, under the same rules as over HTTP; but its extras become fields
   *     of the conference, converted as those of a room
   * @return the conference
   * @throws IllegalArgumentException if the API would reject it, or a conference cannot have one of
   *     the extras, since its value is of another type; the message says why
   */
  public Conference addConference(CreateConferenceRequest request) {
    JsonObject sent = Json.ofModel(Objects.requireNonNull(request, "request"));
    JsonObject extras = taken(request.getExtras().keySet(), sent);
    return add(
        Conference.class, () -> project.createConference(fields("POST conferences", sent), extras));
  }

  /**
   * Adds a stream without an HTTP request.
   *
   * @param roomId the id of its room, or conference
   * @param url its target, under the same rules as over HTTP
   * @return the stream
   * @throws IllegalArgumentException if the API would reject it; the message says why
   */
  public VideoStream addStream(String roomId, String url) {
    Objects.requireNonNull(roomId, "roomId");
    Objects.requireNonNull(url, "url");
    JsonObject sent = Json.ofModel(CreateStreamRequest.builder().url(url).build());
    return add(
        VideoStream.class,
        () ->
            project.streams.create(project.host(roomId), fields("POST rooms/{id}/streams", sent)));
  }

  /**
   * Returns the current rooms.
   *
   * @return the rooms, in the order of their creation; unmodifiable
   */
  public List<Room> getRooms() {
    return project.models(Room.class, () -> project.rooms.all());
  }

  /**
   * Returns the current conferences.
   *
   * @return the conferences, in the order of their creation; unmodifiable
   */
  public List<Conference> getConferences() {
    return project.models(Conference.class, () -> project.conferences.all());
  }

  /**
   * Returns the tokens of a conference.
   *
   * @param conferenceId the id of the conference
   * @return one named {@code moderator} and one named {@code guest}; none if there is no such
   *     conference; unmodifiable
   */
  public List<ConferenceToken> getConferenceTokens(String conferenceId) {
    Objects.requireNonNull(conferenceId, "conferenceId");
    return project.models(
        ConferenceToken.class, () -> project.conferenceTokens.allOf(conferenceId));
  }

  /**
   * Returns the streams that a room or conference has now.
   *
   * @param roomId the id of the room, or conference
   * @return the streams, in the order of their creation; empty if there is no such room;
   *     unmodifiable
   */
  public List<VideoStream> getStreams(String roomId) {
    Objects.requireNonNull(roomId, "roomId");
    return project.models(VideoStream.class, () -> project.streams.allOf(roomId));
  }

  /**
   * Joins with a token, as a browser would: starts a session if none is running in the room or
   * conference, and also a recording if {@code record_on_start} is set.
   *
   * <p>A room token is for the room with its {@code room_name}. If no such room exists, its holder
   * joins a session that is still running in a deleted room of that name. Otherwise, a room is
   * created for the session, unless the token has {@code auto_create_room} set to false. The member
   * is removed at the time that {@code remove_at} or {@code remove_after_seconds_elapsed} of the
   * room or of the token sets, as they are when joining.
   *
   * @param token the value of a room token or of a conference token
   * @return the member; named as in the token, otherwise {@code guest-1}, {@code guest-2}, …
   * @throws IllegalArgumentException if the space did not issue this token, or it was reset
   * @throws IllegalStateException if nobody can join now: too early, too late, the room is full, or
   *     there is no room; the message says why
   */
  public FakeMember join(String token) {
    Objects.requireNonNull(token, "token");
    return new FakeMember(project, project.step(() -> joinService.join(token, null)));
  }

  /**
   * Joins as {@link #join(String)} does, with a name.
   *
   * @param token the value of a room token or of a conference token
   * @param userName the name, unless the token has one
   * @return the member
   * @throws IllegalArgumentException if the space did not issue this token, or it was reset
   * @throws IllegalStateException if nobody can join; the message says why
   */
  public FakeMember join(String token, String userName) {
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(userName, "userName");
    return new FakeMember(project, project.step(() -> joinService.join(token, userName)));
  }

  /**
   * Returns a session, for example to record or to end it.
   *
   * @param id the id of the session
   * @return the session
   * @throws IllegalArgumentException if there is none with this id
   */
  public FakeSession getSession(String id) {
    Objects.requireNonNull(id, "id");
    return carryOut(() -> new FakeSession(project, project.meetings.requireSession(id)));
  }

  /**
   * Returns all sessions, running and ended.
   *
   * @return the sessions, in the order of their start; unmodifiable
   */
  public List<FakeSession> getSessions() {
    return project.handles(
        session -> new FakeSession(project, session), () -> project.meetings.sessions());
  }

  /**
   * Returns the recordings of all sessions, including those that {@code record_on_start} started.
   *
   * @return the recordings, in the order of their start; unmodifiable
   */
  public List<FakeRecording> getRecordings() {
    return project.handles(
        recording -> new FakeRecording(project, recording), () -> project.recordings.all());
  }

  /**
   * Returns the logs, one for each session that has ended, including discarded ones.
   *
   * @return the logs, in the order of their creation; unmodifiable
   */
  public List<VideoLog> getLogs() {
    return project.models(VideoLog.class, () -> project.logs.all());
  }

  /**
   * Discards a log; the API has no operation for that. Does nothing if it is discarded already.
   *
   * @param id the id of the log
   * @throws IllegalArgumentException if there is none with this id
   */
  public void discardLog(String id) {
    Objects.requireNonNull(id, "id");
    carryOut(() -> project.logs.discard(id));
  }

  /**
   * Sets the time of the space, and stops its clock: from now on, only {@link #advance} changes the
   * time. So all times, durations and costs are the same in each run of a test.
   *
   * @param time the time; avoid going back in time once somebody has joined
   * @throws IllegalArgumentException unless its year is from 1 to 9999
   */
  public void setTime(Instant time) {
    clock.stopAt(Objects.requireNonNull(time, "time"));
  }

  /**
   * Moves the time of the space forward. Everything that is due by then happens at its own time:
   * members are removed, sessions end, download URLs expire.
   *
   * @param time how far; unless the clock was stopped, it continues from there
   * @throws IllegalArgumentException if it is negative, or leads beyond the year 9999
   */
  public void advance(Duration time) {
    clock.advance(Objects.requireNonNull(time, "time"));
  }

  /**
   * Returns the requests that the space received, including those that failed, but excluding
   * malformed ones, such as one with the query {@code %zz} or a body that is not valid gzip, which
   * the server rejects with status 400. To bound memory in long tests, only the latest 10,000 are
   * stored, and fewer if they take more than 32 MiB together; {@link #getDroppedRequestCount} shows
   * whether any are missing.
   *
   * @return the requests, newest last; unmodifiable
   */
  public List<RecordedRequest> getRequests() {
    return requestLog.requests();
  }

  /**
   * Returns the requests to one operation.
   *
   * @param operationId the operation's id in the API's document, such as {@code create_room}
   * @return those of {@link #getRequests()}, newest last; unmodifiable
   * @throws IllegalArgumentException if there is no such operation, so that a misspelled id is not
   *     mistaken for an operation without requests; the message lists the known ids
   */
  public List<RecordedRequest> getRequests(String operationId) {
    Objects.requireNonNull(operationId, "operationId");
    String id = project.api.operationWithId(operationId).id();
    return getRequests().stream()
        .filter(request -> id.equals(request.getOperationId()))
        .collect(Collectors.toUnmodifiableList());
  }

  /**
   * Returns how many requests {@link #getRequests()} has dropped in favor of later ones.
   *
   * @return 0 if it has all requests since the start, or since {@link #reset}
   */
  public long getDroppedRequestCount() {
    return requestLog.dropped();
  }

  /**
   * Lets the next request fail, or the next one that the failure applies to.
   *
   * <p>Failures are queued in order. For each request, the first failure that applies decides: the
   * request fails, or succeeds if the failure {@linkplain Failure#skip skips} it, and later
   * failures do not count it. So these let the second and the fourth of such requests fail:
   *
   * <pre>{@code
   * space.failNext(Failure.status(503).skip(1).onOperation("create_room"));
   * space.failNext(Failure.status(500).skip(1).onOperation("create_room"));
   * }</pre>
   *
   * <p>The numbers are exact even for parallel requests. A request that a custom stub responds to
   * is not counted.
   *
   * @param failure what happens, and how often
   * @throws IllegalArgumentException if no request can ever use it, since the API has no such
   *     operation; the message lists the known ones
   */
  public void failNext(Failure failure) {
    failures.add(Objects.requireNonNull(failure, "failure"));
  }

  /**
   * Sets how long each response of the API and of stubs takes from now on, including failures: the
   * request is executed at once, and the response is delayed. The delay of a {@link Failure} is
   * added. The latency is in real time, not in that of {@link #advance}. Up to 64 requests are in
   * progress at the same time; others wait.
   *
   * @param latency the distribution; a fixed latency of 0 means no delay, as after {@link #reset}
   */
  public void setLatency(Latency latency) {
    this.latency = Objects.requireNonNull(latency, "latency").start();
  }

  /**
   * Returns the failures that are still queued. {@link FakeSpaceExtension} fails a test that leaves
   * behind one that no request has used.
   *
   * @return the failures in order, each with the remaining numbers of requests to {@linkplain
   *     Failure#skip skip} and to {@linkplain Failure#times fail}; unmodifiable
   */
  public List<Failure> getPendingFailures() {
    return failures.pending();
  }

  /** Empties the queue of failures, and returns those that a request should have used. */
  List<Failure> takeUnusedFailures() {
    return failures.takeUnused();
  }

  /**
   * Resets everything: the resources of the project, requests, queued failures, latency, stubs, and
   * WireMock's recorder and global settings. The time is that of the builder's clock again.
   *
   * <p>It does not undo the check of {@link FakeSpaceExtension}: a test that queued a failure which
   * no request met fails even if it calls this method afterwards.
   */
  public void reset() {
    clock.reset();
    project.step(
        () -> {
          project.clear();
          joinService.clear();
        });
    requestLog.clear();
    failures.drop();
    latency = Latency.NONE.start();
    if (server.getRecordingStatus().getStatus() == RecordingStatus.Recording) {
      server.stopRecording();
    }
    server.resetAll();
    server.updateGlobalSettings(GlobalSettings.defaults());
  }

  /**
   * Returns the server, for custom stubs, which take precedence over the space's own responses and
   * over {@link #failNext}. Its journal contains the latest 1,000 requests, or fewer if they take
   * more than 16 MiB together, with the first 4 KiB of each response.
   *
   * @return a running WireMock server; closed with the space
   */
  public WireMockServer wireMock() {
    return server;
  }

  /**
   * Stops the server and closes {@link #getClient()}. Does nothing if the space is closed already.
   */
  @Override
  public synchronized void close() {
    if (client != null) {
      client.close();
    }
    if (server.isRunning()) {
      server.stop();
    }
  }

  /** Returns the URL of the space. */
  @Override
  public String toString() {
    return "FakeSpace{" + getHost() + "}";
  }

  private JsonObject fields(String operation, JsonObject sent) {
    return project.api.operation(operation).body.read(sent);
  }

  private <T> T add(Class<T> model, Supplier<JsonObject> step) {
    return carryOut(() -> Json.toModel(step.get(), model));
  }

  private <T> T carryOut(Supplier<T> step) {
    try {
      return project.step(step);
    } catch (ApiRejection rejection) {
      throw new IllegalArgumentException(rejection.getMessage(), rejection);
    }
  }

  /** Removes fields from what is sent. */
  private static JsonObject taken(Set<String> names, JsonObject sent) {
    JsonObject taken = new JsonObject();
    names.forEach(name -> taken.add(name, sent.remove(name)));
    return taken;
  }

  private long latencyMillis() {
    return latency.getAsLong();
  }

  private Response respond(RecordedRequest request) {
    try {
      Failure failure = failures.take(request);
      return failure == null
          ? apiResponse(request).toResponse().build()
          : failure.response(() -> apiResponse(request));
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "FakeSpace could not respond to " + request, e);
      return ApiResponse.of(500, ApiRejection.body("FakeSpace failed, see its log: " + e))
          .toResponse()
          .build();
    }
  }

  private ApiResponse apiResponse(RecordedRequest request) {
    return request.getPath().startsWith(Storage.PATH)
        ? project.step(() -> project.storage.respond(request, project.recordings::file))
        : api.respond(request);
  }

  /** Builds {@link FakeSpace}; not thread-safe. */
  public static final class Builder {
    private @Nullable String project;
    private @Nullable String token;
    private Clock clock = Clock.systemUTC();
    private int streamLimit = 5;
    private ApiDescription api = ApiDescription.current();

    private Builder() {}

    /**
     * Sets the project. By default, each space has a random one.
     *
     * @param project the project's id, to which the rules of a client apply: white space and
     *     invisible format characters around it are removed
     * @return this builder
     * @throws IllegalArgumentException if a client would reject it
     */
    public Builder project(String project) {
      this.project = ClientCredentials.project(Objects.requireNonNull(project, "project"));
      return this;
    }

    /**
     * Sets the token. By default, each space has a random one.
     *
     * @param token the token, to which the rules of a client apply: white space and invisible
     *     format characters around it are removed
     * @return this builder
     * @throws IllegalArgumentException if a client would reject it; the message does not show it
     */
    public Builder token(String token) {
      this.token = ClientCredentials.token(Objects.requireNonNull(token, "token"));
      return this;
    }

    /**
     * Sets the clock, which applies until {@link FakeSpace#setTime} or {@link FakeSpace#advance}
     * changes the time. The space uses whole seconds only. The default is the system clock.
     *
     * @param clock any clock; {@link #start} rejects one that shows a year before 1 or after 9999
     * @return this builder
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Sets how many streams a room or conference may have. The default is 5.
     *
     * @param streams not negative
     * @return this builder
     */
    public Builder streamLimit(int streams) {
      if (streams < 0) {
        throw new IllegalArgumentException("streams must not be negative: " + streams);
      }
      this.streamLimit = streams;
      return this;
    }

    /** Sets the description of the API, for tests of this test kit. */
    Builder api(ApiDescription api) {
      this.api = api;
      return this;
    }

    /**
     * Starts a space with these settings.
     *
     * @return an empty space
     */
    public FakeSpace start() {
      return new FakeSpace(this, false);
    }

    /** Starts a space that is never closed: its threads do not keep the process alive. */
    FakeSpace startForTheProcess() {
      return new FakeSpace(this, true);
    }
  }
}
