import type { FileRole } from './sourceFile';

/** What tests, shows or tells of the product: no part of what it does. */
export const asideRoles: ReadonlySet<FileRole> = new Set(['test', 'fixture', 'example', 'docs']);

/** These, and what others wrote. */
export const foreignRoles: ReadonlySet<FileRole> = new Set([...asideRoles, 'vendored']);

/** These, and what is made from something else: nobody of the project wrote it for what it does. */
export const unwrittenRoles: ReadonlySet<FileRole> = new Set([...foreignRoles, 'generated']);
