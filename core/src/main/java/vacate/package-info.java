// SPDX-License-Identifier: GPL-2.0-only

/**
 * The port. {@code kernel} holds the primitives, {@code mm} pages, {@code slub} the allocator,
 * {@code revision} the versions of the protocol, {@code claim} what the patch says of itself.
 */
package vacate;
