/**
 * The client: authentication, the space's address, typed errors and paging over the generated API.
 *
 * <p>Start at {@link io.github.videorooms.SignalWireRestClient}.
 *
 * @serial exclude
 */
@NullMarked
package io.github.videorooms;

import org.jspecify.annotations.NullMarked;
