import type { Evidence } from '../../../../shared/genesis';
import { folderOf } from '../../facts/paths';
import type { DirectDependency } from '../dependencies/inventory/dependencySet';
import type { TechRule } from './techRule';

/** One thing in the project that speaks for a technology. */
export interface Hit {
  /** The part of the rule that was met: `npm:react`. */
  readonly part: string;
  /** `own`: the repository is the source of the package itself. */
  readonly kind: 'package' | 'own' | 'file' | 'image' | 'setting' | 'tool' | 'runtime' | 'manifest';
  readonly evidence: Evidence;
  readonly version: string;
  /** Undefined where every version counts alike. */
  readonly dependency?: DirectDependency;
  /** 0 for what proves nothing alone (a test's dependency, CI's image, an address in code), up to 3. */
  readonly weight: number;
  /** Files of the product that import the package. */
  readonly imports?: number;
  /** Files of the package that asks for it and imports it; absent where only one asks. */
  readonly near?: number;
  /** The folder at the top whose code alone uses it, or nearly so. */
  readonly within?: string;
  /** Only those who develop meet it. */
  readonly isForDevelopment?: true;
}

/** The package that a manifest speaks for: what builds a project of sbt lies in a folder below it. */
export function packageFolder(path: string): string {
  const folder = folderOf(path);
  if (/(?:^|\/)project\/[^/]+\.(?:sbt|scala)$/.test(path)) return folderOf(folder);
  const list = /^(.{0,400}?)(?:^|\/)requirements\/(?:[^/]+\/)?[^/]+\.(?:txt|in)$/.exec(path);
  return list === null ? folder : (list[1] ?? '');
}

/** The technologies that have hits, with all their hits. */
export class HitList {
  private readonly byRule = new Map<TechRule, Hit[]>();

  add(rule: TechRule, hit: Hit): void {
    const hits = this.byRule.get(rule);
    if (hits === undefined) this.byRule.set(rule, [hit]);
    else hits.push(hit);
  }

  /** Hits whose matcher is met whole: `file:a+npm:b` needs both. */
  *met(): Iterable<readonly [TechRule, readonly Hit[]]> {
    for (const [rule, hits] of this.byRule) {
      const parts = new Set(hits.map((hit) => hit.part));
      const whole = new Set(
        rule.matchers
          .filter((matcher) => matcher.parts.every((part) => parts.has(part)))
          .flatMap((matcher) => matcher.parts),
      );
      const counted = hits.filter((hit) => whole.has(hit.part));
      if (counted.length > 0) yield [rule, counted];
    }
  }
}
