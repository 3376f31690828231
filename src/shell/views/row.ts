import type { CommandId } from '../contributions';

/** What one line of a tree view shows: plain data, so that rows are made and compared without the editor. */
export interface Row {
  /** Unique in its view and the same after a refresh, so that expansion and selection survive. */
  readonly id: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly icon?: RowIcon | undefined;
  /** Absolute path of a file: the file icon theme draws it. */
  readonly file?: string | undefined;
  /** For the `viewItem` of menus. */
  readonly kind: string;
  readonly expand: 'none' | 'collapsed' | 'expanded';
  /** What a screen reader says, where label and description alone would lose what icon and colour tell. */
  readonly spoken?: string | undefined;
  /** Runs on click and Enter, with the node as its argument. */
  readonly command?: { readonly id: CommandId; readonly title: string } | undefined;
}

export interface RowIcon {
  /** A codicon. */
  readonly id: string;
  /** A colour of the theme. */
  readonly color?: string | undefined;
}

/** A row with what it stands for. Children are made when the row is opened. */
export interface RowNode<V> {
  readonly row: Row;
  readonly value: V;
  readonly children?: (() => readonly RowNode<V>[]) | undefined;
}

/** Whether two rows look and act the same. Run for every row on screen at each refresh, so it compares field by field. */
export function isSameRow(a: Row, b: Row): boolean {
  return (
    a.id === b.id &&
    a.label === b.label &&
    a.description === b.description &&
    a.kind === b.kind &&
    a.expand === b.expand &&
    a.spoken === b.spoken &&
    a.file === b.file &&
    a.icon?.id === b.icon?.id &&
    a.icon?.color === b.icon?.color &&
    a.command?.id === b.command?.id &&
    a.command?.title === b.command?.title
  );
}
