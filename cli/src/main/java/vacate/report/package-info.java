// SPDX-License-Identifier: GPL-2.0-only
/**
 * Reports as files: rows, and the executions that they rest on, go in; a page to read, JUnit XML,
 * SARIF and Markdown come out. The same rows make the same bytes.
 */
package vacate.report;
