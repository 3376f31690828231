import { markdownCode, markdownText } from '../../../markdownText';
import type { Report, ScanModel } from '../../../scanModel';
import { evidenceList, shortTitle } from '../../dependencies/findings/lists';
import { firstSentence } from '../readers/plainMarkdown';
import { mainReadme } from './purpose';

const mostTold = 20;

/** The features that the read-me lists, as it lists them. */
export function reportFeatures(model: ScanModel, report: Report): void {
  const readme = mainReadme(model);
  const features = readme?.facts.features;
  if (readme === undefined || features === undefined) return;
  const names = features.items.map((item) => headOf(item.text));
  report.finding({
    layer: 'product',
    rule: 'product/features',
    key: 'features',
    title: shortTitle(
      `Features that the read-me lists: ${names.slice(0, 4).join(', ')}${names.length > 4 ? ', …' : ''}`,
    ),
    content: [
      `Below "${markdownText(features.heading.title, 80)}" in ${markdownCode(readme.path)}:`,
      '',
      ...features.items.slice(0, mostTold).map((item) => `- ${markdownText(item.text, 200)}`),
      ...(features.items.length > mostTold ? [`- and ${features.items.length - mostTold} more`] : []),
    ].join('\n'),
    importance: 4,
    confidence: 0.9,
    tags: ['features', 'product'],
    evidence: evidenceList(
      features.items.map((item, at) => ({
        path: readme.path,
        // Close below the heading the first one is shown with it.
        startLine: at === 0 && item.startLine - features.heading.line <= 4 ? features.heading.line : item.startLine,
        endLine: item.endLine,
      })),
    ),
  });
}

/** `Fast: really fast` and `Fast – really fast` are about "Fast". */
function headOf(item: string): string {
  const first = item.split(/\s(?:[–—-]|\/\/)\s|:\s|\.\s/)[0] ?? item;
  // A remark in brackets may hold a whole sentence.
  const open = first.lastIndexOf('(');
  const head = open > first.lastIndexOf(')') && open > 2 ? first.slice(0, open).trim() : first;
  return firstSentence(head, 60).replace(/[.:]$/, '');
}
