import type { Node } from 'web-tree-sitter';
import { asksOnlyForAny } from '../checks';
import { functionsLike } from '../functionsLike';

/** A name that is asked whether it holds anything. */
const emptyOne = String.raw`(?:!\s*[\w$.]+|(?:not\s+)?[\w$.]+\s*(?:===?|is)\s*(?:undefined|null|None|nil|''|"")|[\w$.]+\.(?:isEmpty\(\)|isBlank\(\)|empty\?|blank\?|length\s*===?\s*0)|(?:empty|String\.IsNullOr\w+|StringUtils\.is(?:Empty|Blank)|len)\(\$?[\w.]+\)(?:\s*==\s*0)?)`;

/** `if (url == "")`, `if (!name)`: what is set inside stands for a missing value; any other keeps the old one. */
const emptyTest = new RegExp(`^\\(?\\s*${emptyOne}(?:\\s*(?:\\|\\||or)\\s*${emptyOne}){0,3}\\s*\\)?$`);

/** End of the branch around a place that is taken for an empty value only. */
export function emptyBranchEnd(node: Node): number | undefined {
  for (let at: Node | null = node.parent; at; at = at.parent) {
    if (functionsLike.test(at.type)) return undefined;
    if (!/^(?:if|if_statement|unless)$/.test(at.type)) continue;
    const asked = at.childForFieldName('condition')?.text ?? '';
    const other = at.childForFieldName('alternative');
    // `if (isset(value)) … else value = 'home'`: the other branch is for none.
    const isOther = other !== null && node.startIndex >= other.startIndex && at.type !== 'unless';
    return (isOther ? asksOnlyForAny(`if ${asked}`) && !/!|\bnot\b|empty/i.test(asked) : emptyTest.test(asked))
      ? at.endIndex
      : undefined;
  }
  return undefined;
}
