/**
 * What the operations send and receive: immutable values with builders, and open sets of constants.
 */
@NullMarked
package io.github.videorooms.model;

import org.jspecify.annotations.NullMarked;
