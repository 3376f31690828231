import { markdownCode } from '../../markdownText';
import type { FindingDraft, GitCommitFacts, ScanModel } from '../../scanModel';
import { commitGuideExtractor } from './commitGuide';
import { dominant, percent } from './nameStyle';

/** How a subject line is built. First match wins; the names are those of the specifications or of common speech. */
const shapes: readonly { readonly label: string; readonly pattern: RegExp; readonly example: string }[] = [
  {
    label: 'Conventional Commits (type(scope): subject)',
    pattern: /^(?:build|chore|ci|docs|feat|fix|perf|refactor|revert|style|test|deps|release)(?:\([^)]{1,60}\))?!?: \S/,
    example: 'feat(cart): keep items between visits',
  },
  { label: 'a ticket number first', pattern: /^\[?[A-Z][A-Z0-9]{1,9}-\d+\]?[ :]/, example: 'SHOP-214 Keep items' },
  { label: 'an emoji first', pattern: /^(?::\w+:|\p{Extended_Pictographic})/u, example: ':bug: Keep items' },
  { label: 'an area first (area: subject)', pattern: /^[a-z0-9][\w./,*{} -]{0,40}: \S/, example: 'cart: keep items' },
];
export const commitShapes = shapes;

const isOwnWork = ({ subject }: GitCommitFacts): boolean =>
  !/^(?:Merge|Revert|Bump|Update dependency|Auto merge|Rollup merge)\b/.test(subject);

/** The form of commit subjects, where at least 100 commits show one; cited is the line that speaks of it. */
export function commitStyleFindings(model: ScanModel): FindingDraft[] {
  const [guide] = [...model.factsOf(commitGuideExtractor)].sort((a, b) => Number(b[1].exact) - Number(a[1].exact));
  const commits = (model.git?.commits ?? []).filter(isOwnWork);
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
      title: `${percent(share.share)} of the last ${commits.length} commit subjects follow ${share.value}`,
      content: `${share.matching.length} of the last ${commits.length} commits, without merges and reverts.${example} How to write them is said in ${markdownCode(`${guide[0].path}:${guide[1].line}`)}.`,
      importance: 3,
      confidence: Math.min(0.99, share.share),
      tags: ['git', 'commits'],
      evidence: [{ path: guide[0].path, startLine: guide[1].line, endLine: guide[1].line }],
    },
  ];
}
