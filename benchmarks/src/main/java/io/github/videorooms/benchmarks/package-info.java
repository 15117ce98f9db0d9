/** Measures the cost of the client in comparison with hand-written code. */
@NullMarked
package io.github.videorooms.benchmarks;

import org.jspecify.annotations.NullMarked;
