import { markdownCode } from '../../markdownText';
import type { FindingDraft, ScanModel } from '../../scanModel';
import { commitGuideExtractor } from './commitGuide';
import { dominant, percent } from './nameStyle';

/** How a subject line is built. First match wins; the names are those of the specifications or of common speech. */
const shapes: readonly { readonly label: string; readonly pattern: RegExp; readonly example: string }[] = [
  {
    label: 'follow Conventional Commits (type(scope): subject)',
    pattern: /^(?:build|chore|ci|docs|feat|fix|perf|refactor|revert|style|test|deps|release)(?:\([^)]{1,60}\))?!?: \S/,
    example: 'feat(cart): keep items between visits',
  },
  { label: 'begin with a ticket number', pattern: /^\[?[A-Z][A-Z0-9]{1,9}-\d+\]?[ :]/, example: 'SHOP-214 Keep items' },
  { label: 'begin with an emoji', pattern: /^(?::\w+:|\p{Extended_Pictographic})/u, example: ':bug: Keep items' },
];
export const commitShapes = shapes;

/**
 * The form of commit subjects, where at least 100 commits show one and the project names it; cited is the line that does.
 * Every commit counts that is no merge, so that `git log --no-merges` gives the same numbers.
 */
export function commitStyleFindings(model: ScanModel): FindingDraft[] {
  const [guide] = model.factsOf(commitGuideExtractor);
  const commits = model.git?.commits ?? [];
  if (!guide || commits.length < 100) return [];
  const share = dominant(
    commits,
    ({ subject }) => shapes.find(({ pattern }) => pattern.test(subject))?.label ?? 'plain',
  );
  if (!share || share.value === 'plain' || share.share < 0.7) return [];
  const latest = share.matching[0];
  const example = latest
    ? ` The newest: ${markdownCode(latest.subject, 100)} (${markdownCode(latest.sha.slice(0, 9))}).`
    : '';
  return [
    {
      layer: 'conventions',
      rule: 'conventions/commit-style',
      key: 'commits',
      title: `${percent(share.share)} of the last ${commits.length} commit subjects, merges aside, ${share.value}`,
      content: `${share.matching.length} of the last ${commits.length} commits that are no merges.${example} The form is named in ${markdownCode(`${guide[0].path}:${guide[1].line}`)}.`,
      importance: 3,
      confidence: Math.min(0.99, share.share),
      tags: ['git', 'commits'],
      evidence: [{ path: guide[0].path, startLine: guide[1].line, endLine: guide[1].line }],
    },
  ];
}
