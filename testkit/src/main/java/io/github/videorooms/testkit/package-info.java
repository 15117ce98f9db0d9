/**
 * A Video space for tests, in the memory of the test.
 *
 * <p>Start at {@link io.github.videorooms.testkit.FakeSpace}, or let {@link
 * io.github.videorooms.testkit.FakeSpaceExtension} start one for each JUnit test.
 */
@NullMarked
package io.github.videorooms.testkit;

import org.jspecify.annotations.NullMarked;
