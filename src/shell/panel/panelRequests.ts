import * as vscode from 'vscode';
import { EngineError } from '../../base/engineError';
import type { Evidence } from '../../shared/genesis';
import type { HostMessage, PanelMessage, PanelMessageType, ScanChoices } from '../../shared/panelMessages';
import { exportScan, savePicture } from './documents/exportScan';
import { findingText } from './documents/findingText';
import { findingDetail } from './excerpts/findingDetail';
import { projectReader } from './excerpts/projectFiles';
import type { GenesisPanelDeps } from './panelDeps';

/** What answering a panel needs. */
export interface PanelTalk {
  readonly deps: GenesisPanelDeps;
  readonly projectId: string;
  post(message: HostMessage): void;
  /** The estimate that is being made; a newer question stops it. */
  estimate: AbortController | undefined;
}

type Answers = {
  readonly [T in PanelMessageType]?: (talk: PanelTalk, message: Extract<PanelMessage, { type: T }>) => Promise<void>;
};

const answers: Answers = {
  startScan: ({ deps, projectId }, { choices }) => startScan(deps, projectId, choices),
  async cancelScan({ deps, projectId }) {
    await deps.engine.cancelScan({ projectId });
  },
  estimate: (talk, { requestId, choices }) => sendEstimate(talk, requestId, choices),
  async detail(talk, { findingId }) {
    const { detail } = await readFinding(talk, findingId);
    talk.post({ type: 'detail', findingId, detail, error: null });
  },
  openEvidence: ({ deps, projectId }, { path, startLine, endLine }) => {
    const evidence: Evidence = { path, startLine, endLine: Math.max(startLine, endLine) };
    return deps.openEvidence(projectId, evidence);
  },
  openFolder: ({ deps, projectId }, { path }) => deps.openFolder(projectId, path),
  async openLink(_talk, { href }) {
    const url = URL.canParse(href) ? new URL(href) : undefined;
    // VS Code itself asks before it opens an address that the user has not trusted.
    if (url?.protocol === 'https:') await vscode.env.openExternal(vscode.Uri.parse(url.href, true));
  },
  async addToMemory({ deps, post }, { findingId }) {
    const context = await deps.engine.addFindingToMemory({ findingId });
    post({ type: 'notice', about: 'addToMemory', findingId, text: `In memory as ${context.schemaKey}`, error: false });
  },
  async copyForAgent(talk, { findingId }) {
    const { finding, detail, project } = await readFinding(talk, findingId);
    await vscode.env.clipboard.writeText(findingText(project.name, finding, detail));
    talk.post({ type: 'notice', about: 'copyForAgent', findingId, text: 'Copied with its evidence', error: false });
  },
  async copyText({ post }, { text, what }) {
    await vscode.env.clipboard.writeText(text);
    post({ type: 'notice', about: 'copyText', text: `Copied ${what}`, error: false });
  },
  async ignoreFinding({ deps, post }, { findingId, reason, expiresAt }) {
    const { path } = await deps.engine.ignoreFinding({ findingId, reason, ...(expiresAt ? { expiresAt } : {}) });
    post({ type: 'notice', about: 'ignoreFinding', text: `Written to ${path}; review and commit it`, error: false });
  },
  async compare({ deps, projectId, post }, { base }) {
    try {
      const diff = await deps.engine.compareScans(base === null ? { projectId } : { projectId, base });
      post({ type: 'changes', base, diff, error: null });
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      post({ type: 'changes', base, diff: null, error: error.message });
    }
  },
  async savePicture({ deps, projectId, post }, { name, format, content }) {
    const bytes = Buffer.from(content, format === 'png' ? 'base64' : 'utf8');
    const target = await savePicture(deps.engine, projectId, { name, format, bytes });
    if (target) post({ type: 'notice', about: 'savePicture', text: `Saved as ${target.fsPath}`, error: false });
  },
  async export({ deps, projectId, post }, { format }) {
    const target = await exportScan(deps.engine, projectId, format);
    if (target) post({ type: 'notice', about: 'export', text: `Saved as ${target.fsPath}`, error: false });
  },
  async action({ deps }, { action }) {
    if (action === 'showLog') await deps.runCommand('contox.showLog');
    if (action === 'manageTrust') await deps.runCommand('workbench.trust.manage');
  },
};

/** Does what a valid message asks; rejects with an error whose text is for the user. */
export async function answerPanelMessage<T extends PanelMessageType>(
  talk: PanelTalk,
  message: Extract<PanelMessage, { type: T }>,
): Promise<void> {
  await answers[message.type as T]?.(talk, message);
}

async function startScan({ engine }: GenesisPanelDeps, projectId: string, choices: ScanChoices): Promise<void> {
  if (!vscode.workspace.isTrusted)
    throw new EngineError('forbidden', 'This folder is not trusted, so nothing is scanned. Trust it and scan again.');
  await engine.startScan({ projectId, ...choices });
}

async function sendEstimate(talk: PanelTalk, requestId: number, choices: ScanChoices): Promise<void> {
  talk.estimate?.abort();
  if (!vscode.workspace.isTrusted) return;
  const abort = new AbortController();
  talk.estimate = abort;
  const { branch, maxFiles } = choices;
  try {
    const estimate = await talk.deps.engine.estimateScan(
      { projectId: talk.projectId, branch, maxFiles },
      { signal: abort.signal },
    );
    talk.post({ type: 'estimate', requestId, estimate, error: null });
  } catch (error) {
    if (abort.signal.aborted) return;
    const text = error instanceof EngineError ? error.message : 'The estimate could not be made.';
    talk.post({ type: 'estimate', requestId, estimate: null, error: text });
  }
}

async function readFinding({ deps, projectId }: PanelTalk, findingId: string) {
  const [finding, project] = await Promise.all([
    deps.engine.getFinding({ findingId }),
    deps.engine.getProject({ projectId }),
  ]);
  return { finding, project, detail: await findingDetail(finding, projectReader(project.localPath)) };
}
