import { markdownCode, markdownText } from '../../../engine/genesis/markdownText';
import { isScanOver, scanFailure, scanProgressLine, scanSummary } from '../../words/scanWords';
import { exactTime } from '../../words/times';
import type { ProjectValue } from './projectRows';

/** What the pointer shows over a row of the Projects view. */
export function projectTooltip(value: ProjectValue): string {
  if (value.kind === 'others') return 'Projects of folders that are not open in this window';
  const { project, status } = value;
  const lines = [`**${markdownText(project.name)}**`];
  if (project.localPath) lines.push(markdownCode(project.localPath, 500));
  if (!status) lines.push(status === null ? 'Not scanned yet.' : '');
  else if (!isScanOver(status)) lines.push(`Scanning: ${scanProgressLine(status)}`);
  else lines.push(status.phase === 'failed' ? markdownText(scanFailure(status)) : `Last scan: ${scanSummary(status)}`);
  if (status) {
    const version = [status.branch, status.commit?.slice(0, 10)].flatMap((text) => (text ? [markdownCode(text)] : []));
    const at = exactTime(status.completedAt ?? status.startedAt);
    lines.push([at, ...(version.length > 0 ? [version.join(' at ')] : [])].join(', '));
  }
  lines.push('Stored on this machine.');
  return lines.filter((line) => line !== '').join('\n\n');
}
