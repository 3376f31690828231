import type { Node } from 'web-tree-sitter';
import { blanked } from '../../../languages/sourceText';
import { functionsLike } from './functionsLike';

interface Range {
  readonly start: number;
  readonly end: number;
}

const isChoice = /^(?:if|if_statement|unless|elsif|elif_clause)$/;

/** `if (a) { … } else { here }`: parts of the function that do not run where the code at a place runs. */
export function branchesWithout(place: Node): Range[] {
  const ranges: Range[] = [];
  for (let at: Node | null = place.parent; at && !functionsLike.test(at.type); at = at.parent) {
    if (!isChoice.test(at.type)) continue;
    const other = at.childForFieldName('alternative');
    const first = at.childForFieldName('consequence') ?? at.childForFieldName('body');
    if (other !== null && first !== null && place.startIndex >= other.startIndex)
      ranges.push({ start: first.startIndex, end: first.endIndex });
  }
  return ranges;
}

/** The branches that do not see what a place binds: the `else` of an `if` around it. */
export function blindBranches(place: Node): Range[] {
  const ranges: Range[] = [];
  for (let at: Node | null = place.parent; at && !functionsLike.test(at.type); at = at.parent) {
    if (!isChoice.test(at.type)) continue;
    const other = at.childForFieldName('alternative');
    if (other !== null && place.startIndex < other.startIndex)
      ranges.push({ start: other.startIndex, end: other.endIndex });
  }
  return ranges;
}

/** The text with those branches left blank, line by line as it was. */
export function withoutBranches(text: string, start: number, ranges: readonly Range[]): string {
  let left = text;
  for (const range of ranges) {
    const from = Math.max(0, range.start - start);
    const to = Math.min(left.length, range.end - start);
    if (from >= to) continue;
    left = left.slice(0, from) + blanked(left.slice(from, to)) + left.slice(to);
  }
  return left;
}
