import type { Extractor } from '../../extractor';

interface CommitGuide {
  readonly line: number;
}

const tool =
  /(?:^|\/)(?:\.?commitlint(?:rc)?(?:\.config)?(?:\.[a-z]+)?|\.czrc|\.cz\.toml|\.gitmessage|COMMIT_CONVENTION\.md)$/i;
const document =
  /^(?:\.github\/|docs\/)?(?:CONTRIBUTING|COMMITS|DEVELOPMENT|AGENTS|CLAUDE|README)\.(?:md|rst|adoc|txt)$/i;
const workflow = /^\.github\/workflows\/[^/]{1,120}\.ya?ml$/;

/** Names of the form itself, and of the checks that ask for it. */
const form = /conventional[- ]?commits?|action-semantic-pull-request|commitlint|gitmoji/i;
/** The form by an example: in a guide for people who contribute, not in a log of changes or a script. */
const sample = /\b(?:feat|fix)(?:\([\w ./-]{1,40}\))?!?: \S/i;
const guide = /(?:CONTRIBUTING|COMMITS|DEVELOPMENT|AGENTS|CLAUDE)\.\w+$/i;

/** Where a project names the form of its commits: the place that a measured habit can be held against. */
export const commitGuideExtractor: Extractor<CommitGuide> = {
  id: 'conventions/commitGuide',
  version: 3,
  wants: (file) => tool.test(file.path) || document.test(file.path) || workflow.test(file.path),
  extract(file) {
    if (file.text.length > 300_000) return undefined;
    if (tool.test(file.path)) return { line: 1 };
    const lines = file.text.split('\n', 5_000).map((line) => line.slice(0, 1_000));
    // A remark on a step shows nothing of what it does.
    const isRemark = workflow.test(file.path) ? /^\s*#/ : /^(?!)/;
    const named = lines.findIndex((line) => form.test(line) && !isRemark.test(line));
    if (named >= 0) return { line: named + 1 };
    const shown = guide.test(file.path) ? lines.findIndex((line) => sample.test(line)) : -1;
    return shown < 0 ? undefined : { line: shown + 1 };
  },
};
