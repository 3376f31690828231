import { express } from './javascript/express';
import type { RouterRule } from './routerRule';

/** All frameworks whose routes are registered on router values. */
export const routerRules: readonly RouterRule[] = [express];
