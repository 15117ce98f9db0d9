/**
 * A Video space for tests, in memory.
 *
 * <p>Start at {@link io.github.videorooms.testkit.FakeSpace}, or let {@link
 * io.github.videorooms.testkit.FakeSpaceExtension} start one for each JUnit test. The space
 * simulates the operations of the API; to operations that are too new, it responds with the example
 * in the API's document.
 *
 * <p>To simulate a meeting, {@linkplain io.github.videorooms.testkit.FakeSpace#join join} with a
 * token that the app under test created, and continue with the {@link
 * io.github.videorooms.testkit.FakeMember}, the {@link io.github.videorooms.testkit.FakeSession}
 * and the {@link io.github.videorooms.testkit.FakeRecording}: sessions, members, events, recordings
 * and logs follow from what they do, and from the {@linkplain
 * io.github.videorooms.testkit.FakeSpace#advance time} that passes.
 */
@NullMarked
package io.github.videorooms.testkit;

import org.jspecify.annotations.NullMarked;
