import type { Evidence } from '../../../../../shared/genesis';
import type { Purpose } from '../purposes';

/** One way to do what people want of a project. */
export interface Way {
  readonly purpose: Purpose;
  readonly run: string;
  readonly evidence: Evidence;
  readonly does: string;
  /** Declared by the project, not merely usual for the tool. */
  readonly declared: boolean;
  /** Of the whole repository, not of one of its folders, languages or parts. */
  readonly atTop: boolean;
  /** By its name it does just that, and not for a part, a kind or a state of it. */
  readonly whole: boolean;
  /** The one package of a workspace that it is for, by its name. */
  readonly part?: string;
  /** Lower comes first. */
  readonly order: number;
}
