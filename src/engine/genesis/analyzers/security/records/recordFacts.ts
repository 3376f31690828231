import type { LineRule } from '../weakness';
import { answeredRecords } from './answeredRecords';
import { askingLines } from './askingLines';
import { bodyRecords } from './bodyRecords';

/** What handlers do with records, told where all files are known. */
export const recordFacts: readonly LineRule[] = [...answeredRecords, ...bodyRecords, ...askingLines];
