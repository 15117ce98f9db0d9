/** What the client costs, measured beside what one would write by hand. */
@NullMarked
package io.github.videorooms.benchmarks;

import org.jspecify.annotations.NullMarked;
