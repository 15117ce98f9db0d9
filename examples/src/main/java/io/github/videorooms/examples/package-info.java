/** Small programs that use the client. */
@NullMarked
package io.github.videorooms.examples;

import org.jspecify.annotations.NullMarked;
