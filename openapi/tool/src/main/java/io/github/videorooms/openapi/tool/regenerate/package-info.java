/** The command that updates the client to a new version of the vendor's document. */
@NullMarked
package io.github.videorooms.openapi.tool.regenerate;

import org.jspecify.annotations.NullMarked;
