// SPDX-License-Identifier: GPL-2.0-only
/**
 * One JVM that runs one test once, and what came of it. Everything that reaches into jcstress is
 * here and nowhere else.
 *
 * <p>jcstress's own {@code Main} probes some twenty options by starting JVMs, burns all processors
 * to count them, and then runs fourteen configurations of each test: ten seconds to start and eight
 * a test at the least, and its exit code is 0 if nothing ran. What it does per configuration is
 * simple and public: it opens a {@code BinaryLinkServer}, starts a JVM with a compiler directives
 * file, hands over a {@code ForkedTestConfig} and gets a {@code TestResult}. That is done here, on
 * both sides, so that it is ours to choose the configuration, the seed, the time and when to give
 * up; that every sample is one of actors that ran against each other; and that no JVM outlives its
 * parent. Written against 0.16.
 */
package vacate.stress.runner.fork;
