/** The one command that takes the vendor's document to a reviewed client, step by step. */
@NullMarked
package io.github.videorooms.openapi.tool.regenerate;

import org.jspecify.annotations.NullMarked;
