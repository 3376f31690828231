import type { Migration } from '../migrator';

/** Every schema step, oldest first. */
export const migrations: readonly Migration[] = [];
