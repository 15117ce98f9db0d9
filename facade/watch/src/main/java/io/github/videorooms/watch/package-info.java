/**
 * Watches the tests of another module for planted secrets, and for what they reach by reflection.
 *
 * <p>It is a module of its own because JUnit finds an extension by itself only outside of named
 * modules, and the tests of the client run inside one.
 */
@NullMarked
package io.github.videorooms.watch;

import org.jspecify.annotations.NullMarked;
