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
