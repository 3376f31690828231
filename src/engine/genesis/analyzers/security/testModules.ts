import type { SourceFile } from '../../sourceFile';

/** True for lines of a product file that are compiled for tests only. */
export type IsTestLine = (line: number) => boolean;

const never: IsTestLine = () => false;

/** Rust keeps unit tests beside the code, in items under `#[cfg(test)]`. */
export function testLines(file: SourceFile): IsTestLine {
  if (file.language !== 'rust' || !file.text.includes('#[cfg(test)]')) return never;
  const items = file.tree?.rootNode.descendantsOfType('attribute_item') ?? [];
  const ranges = items.flatMap((item) => {
    if (item?.text.replace(/\s+/g, '') !== '#[cfg(test)]') return [];
    let next = item.nextNamedSibling;
    while (next?.type === 'attribute_item' || next?.type === 'line_comment') next = next.nextNamedSibling;
    return next ? [[item.startPosition.row + 1, next.endPosition.row + 1] as const] : [];
  });
  return (line) => ranges.some(([first, last]) => line >= first && line <= last);
}
