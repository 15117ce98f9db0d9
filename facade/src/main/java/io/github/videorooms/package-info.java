/**
 * The client: authentication, resolving the space, typed errors, retries and paging on top of the
 * generated API.
 *
 * <p>Start at {@link io.github.videorooms.SignalWireRestClient}.
 *
 * @serial exclude
 */
@NullMarked
package io.github.videorooms;

import org.jspecify.annotations.NullMarked;
