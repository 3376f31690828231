import type { FindingFormat, FindingsExport } from '../../../shared/findingReport';
import type { Finding, IgnoredFinding, ScanStatus } from '../../../shared/genesis';
import { findingsMarkdown } from './findingsMarkdown';
import { sarifLog } from './sarif/sarifLog';

/** The findings of one scan, as they are handed to other programs. */
export interface Reported {
  /** Of the project. */
  readonly name: string;
  /** Of Contox. */
  readonly version: string;
  readonly status: ScanStatus;
  readonly open: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
}

export function exportText(format: FindingFormat, reported: Reported): FindingsExport {
  const name = reported.name.replace(/[^\p{L}\p{N}._-]+/gu, '-');
  if (format === 'sarif')
    return { fileName: `${name}.sarif`, mediaType: 'application/sarif+json', text: json(sarifLog(reported)) };
  if (format === 'markdown')
    return { fileName: `${name}-findings.md`, mediaType: 'text/markdown', text: findingsMarkdown(reported) };
  const { open, ignored, status } = reported;
  const text = json({ scan: status, findings: open, ignored });
  return { fileName: `${name}-findings.json`, mediaType: 'application/json', text };
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
