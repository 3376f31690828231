import type { Migration } from '../migrator';
import { foundation } from './0001_foundation';

/** Every schema step, oldest first. */
export const migrations: readonly Migration[] = [foundation];
