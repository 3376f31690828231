import type { LineRule } from '../../weakness';
import { defaultKeyRules } from './defaultKeyRules';
import { settingsKeyRules } from './settingsKeyRules';

/** Keys that sign or encrypt and that everybody can read. What calls are given is found by `writtenKeys`. */
export const keyRules: readonly LineRule[] = [...defaultKeyRules, ...settingsKeyRules];
