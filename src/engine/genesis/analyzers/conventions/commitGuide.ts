import type { Extractor } from '../../extractor';

interface CommitGuide {
  readonly line: number;
  /** It names the form, or is made for nothing else. */
  readonly exact: boolean;
}

const tool =
  /(?:^|\/)(?:\.?commitlint(?:rc)?(?:\.config)?(?:\.[a-z]+)?|\.czrc|\.cz\.toml|\.gitmessage|COMMIT_CONVENTION\.md)$/i;
const document =
  /^(?:\.github\/|docs\/)?(?:CONTRIBUTING|COMMITS|DEVELOPMENT|AGENTS|CLAUDE|README)\.(?:md|rst|adoc|txt)$/i;
const workflow = /^\.github\/workflows\/[^/]{1,120}\.ya?ml$/;

/** Names of the form itself, and of the checks that ask for it. */
const form =
  /conventional[- ]?commits?|action-semantic-pull-request|commitlint|\b(?:feat|fix)(?:\([\w ./-]{1,40}\))?!?: \S|gitmoji/i;
const message = /\bcommit (?:message|subject|title|convention|style|format|summar)|\bsubject line\b/i;

/** Where a project tells people how to write a commit: the place that a measured habit can be held against. */
export const commitGuideExtractor: Extractor<CommitGuide> = {
  id: 'conventions/commitGuide',
  version: 1,
  wants: (file) => tool.test(file.path) || document.test(file.path) || workflow.test(file.path),
  extract(file) {
    if (file.text.length > 300_000) return undefined;
    if (tool.test(file.path)) return { line: 1, exact: true };
    const lines = file.text.split('\n', 5_000).map((line) => line.slice(0, 1_000));
    const exact = lines.findIndex((line) => form.test(line));
    if (exact >= 0) return { line: exact + 1, exact: true };
    const near = workflow.test(file.path) ? -1 : lines.findIndex((line) => message.test(line));
    return near < 0 ? undefined : { line: near + 1, exact: false };
  },
};
