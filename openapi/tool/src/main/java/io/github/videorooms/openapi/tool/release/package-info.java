/** Checks the version numbers of the next release against the previous one. */
@NullMarked
package io.github.videorooms.openapi.tool.release;

import org.jspecify.annotations.NullMarked;
