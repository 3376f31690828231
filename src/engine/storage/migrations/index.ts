import type { Migration } from '../migrator';
import { foundation } from './0001_foundation';
import { genesis } from './0002_genesis';
import { api } from './0003_api';
import { snapshots } from './0004_snapshots';
import { search } from './0005_search';
import { sessionLife } from './0006_sessionLife';
import { outbox } from './0007_outbox';
import { capture } from './0008_capture';
import { ingestSpeed } from './0009_ingestSpeed';
import { sessionMoves } from './0010_sessionMoves';
import { sessionWork } from './0011_sessionWork';
import { scanConclusions } from './0012_scanConclusions';
import { scanPacks } from './0013_scanPacks';

/** Every schema step, oldest first. */
export const migrations: readonly Migration[] = [
  foundation,
  genesis,
  api,
  snapshots,
  search,
  sessionLife,
  outbox,
  capture,
  ingestSpeed,
  sessionMoves,
  sessionWork,
  scanConclusions,
  scanPacks,
];
