import type { Expression } from './program';
import { name } from './program';

/** What a branch goes over whose test only a run can tell: `of` is the test. */
export const whenItem = '%when';

const asked = (what: string, ...values: readonly Expression[]): Expression => ({
  is: 'call',
  callee: name(what),
  args: values.map((value) => ({ value })),
  line: 0,
});

/** `a === b` */
export const same = (left: Expression, right: Expression): Expression => asked('%same', left, right);
/** `!a` */
export const negated = (test: Expression): Expression => asked('%not', test);
/** `a && b` */
export const both = (left: Expression, right: Expression): Expression => asked('%both', left, right);
/** `a || b` */
export const eitherOf = (left: Expression, right: Expression): Expression => asked('%any', left, right);
/** `a` of `a ?? b`, where it was handed over. */
export const given = (value: Expression): Expression => asked('%given', value);
/** `'key' in a` */
export const holds = (key: Expression, of: Expression): Expression => asked('%in', key, of);
/** `typeof a` */
export const typeOf = (value: Expression): Expression => asked('%type', value);
