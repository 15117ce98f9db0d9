/**
 * Reads documents into the operations and schemas that they mean, whatever the spelling: the
 * vendor's document, the base that it is compared with, and ours.
 */
@NullMarked
package io.github.videorooms.openapi.tool.incoming;

import org.jspecify.annotations.NullMarked;
