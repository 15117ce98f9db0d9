/**
 * The changes between two documents, their severity, the version numbers that follow, and the page
 * that a reviewer reads.
 */
@NullMarked
package io.github.videorooms.openapi.tool.change;

import org.jspecify.annotations.NullMarked;
