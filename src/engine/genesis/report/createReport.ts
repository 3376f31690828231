import { EngineError } from '../../../base/engineError';
import type { FindingsExport, FindingsIgnored, IgnoreEntry } from '../../../shared/findingReport';
import type { Finding } from '../../../shared/genesis';
import { version } from '../../../shared/version';
import type { GenesisCalls } from '../../engineParts';
import type { ScanParts } from '../scans/runningScan';
import { exportText } from './exportText';
import { entriesFor } from './ignores/applyIgnores';
import { addIgnores, ignorePath } from './ignores/ignoreFile';
import { judgeFindings } from './judgedFindings';

type ReportCalls = Pick<GenesisCalls, 'ignoreFinding' | 'writeBaseline' | 'exportFindings'>;

/** What people do with the findings of the last scan: leave some with a reason, and hand them to other programs. */
export function createReport(parts: ScanParts): ReportCalls {
  const { runner, projects, ports } = parts;

  const folderOf = (projectId: string): string => {
    const { localPath } = projects.get(projectId);
    if (localPath === null) throw new EngineError('invalid', 'The project has no folder on this machine.');
    return localPath;
  };
  const judged = (projectId: string) => {
    const stored = parts.results.find(projectId);
    if (stored === undefined) throw new EngineError('notFound', 'No scan found');
    const findings = parts.findings.list(stored.findingsOf);
    const { localPath } = projects.get(projectId);
    return { ...judgeFindings(findings, localPath, ports.clock.now()), status: stored.status };
  };
  /** The one thing that Contox writes into a workspace, and only when a person asks for it. */
  const leave = (projectId: string, findings: readonly Finding[], decision: Decision) => {
    projects.getWritable(projectId);
    const entries = findings.flatMap((finding) => entriesFor(finding, decision));
    if (entries.length > 0) addIgnores(folderOf(projectId), entries);
    return { projectId, reason: decision.reason, findings: findings.map(({ fingerprint }) => fingerprint), entries };
  };
  const note = (left: ReturnType<typeof leave>): FindingsIgnored => {
    const { projectId, reason, findings, entries } = left;
    runner.touch(projectId);
    const payload = { path: ignorePath, reason, findings: findings.slice(0, 100), entries: entries.length };
    parts.events.append({ projectId, type: 'finding.ignored', source: 'person', payload });
    parts.emit({ kind: 'findings', projectId });
    return { path: ignorePath, entries: entries.length };
  };

  return {
    ignoreFinding: runner.writeAfter(
      'ignoreFinding',
      ({ findingId, reason, expiresAt: expires }) => {
        const found = parts.findings.find(findingId);
        if (found === undefined) throw new EngineError('notFound', 'Finding not found');
        const open = judged(found.projectId).open.filter((finding) => finding.id === findingId);
        return leave(found.projectId, open, { reason, expires });
      },
      (_params, left) => note(left),
    ),
    writeBaseline: runner.writeAfter(
      'writeBaseline',
      ({ projectId, reason, expiresAt: expires }) => {
        const open = judged(projectId).open.filter((finding) => finding.layer === 'security');
        const day = new Date(ports.clock.now()).toISOString().slice(0, 10);
        return leave(projectId, open, { reason: reason ?? `Known on ${day}, before the baseline.`, expires });
      },
      (_params, left) => note(left),
    ),
    exportFindings: runner.read('exportFindings', ({ projectId, format }): FindingsExport => {
      const { name } = projects.get(projectId);
      return exportText(format, { ...judged(projectId), name, version });
    }),
  };
}

type Decision = Pick<IgnoreEntry, 'reason' | 'expires'>;
