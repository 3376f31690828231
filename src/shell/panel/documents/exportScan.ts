import * as vscode from 'vscode';
import type { Engine } from '../../../engine/engine';
import { scanMarkdown } from './scanMarkdown';

export type ExportFormat = 'json' | 'markdown' | 'sarif' | 'sbom';

/** What the file dialog offers, and how the file is called after the project's name. */
const formats: Readonly<Record<ExportFormat, { readonly filter: Record<string, string[]>; readonly ending: string }>> =
  {
    json: { filter: { JSON: ['json'] }, ending: '-genesis.json' },
    markdown: { filter: { Markdown: ['md'] }, ending: '-genesis.md' },
    sarif: { filter: { SARIF: ['sarif'] }, ending: '.sarif' },
    sbom: { filter: { CycloneDX: ['json'] }, ending: '.cdx.json' },
  };

/** Asks for a place and writes the scan there; the file, or `null` where the user changed their mind. */
export async function exportScan(engine: Engine, projectId: string, format: ExportFormat): Promise<vscode.Uri | null> {
  const { filter, ending } = formats[format];
  const target = await askForPlace(engine, projectId, { ending, filter, title: 'Export the scan' });
  if (!target) return null;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(await textOf(engine, projectId, format)));
  return target;
}

export interface Picture {
  readonly name: string;
  readonly format: 'svg' | 'png';
  readonly bytes: Uint8Array;
}

/** The same for a drawing of the panel. */
export async function savePicture(engine: Engine, projectId: string, picture: Picture): Promise<vscode.Uri | null> {
  const { name, format, bytes } = picture;
  const filter = format === 'svg' ? { SVG: ['svg'] } : { PNG: ['png'] };
  const target = await askForPlace(engine, projectId, {
    ending: `-${name}.${format}`,
    filter,
    title: 'Save the picture',
  });
  if (!target) return null;
  await vscode.workspace.fs.writeFile(target, bytes);
  return target;
}

interface Wanted {
  readonly ending: string;
  readonly filter: Record<string, string[]>;
  readonly title: string;
}

async function askForPlace(engine: Engine, projectId: string, wanted: Wanted): Promise<vscode.Uri | null> {
  const project = await engine.getProject({ projectId });
  const name = `${project.name.replace(/[^\p{L}\p{N}._-]+/gu, '-')}${wanted.ending}`;
  const options: vscode.SaveDialogOptions = { title: wanted.title, filters: wanted.filter };
  if (project.localPath) options.defaultUri = vscode.Uri.joinPath(vscode.Uri.file(project.localPath), name);
  return (await vscode.window.showSaveDialog(options)) ?? null;
}

async function textOf(engine: Engine, projectId: string, format: ExportFormat): Promise<string> {
  if (format === 'sarif') return (await engine.exportFindings({ projectId, format: 'sarif' })).text;
  if (format === 'sbom') return (await engine.exportSbom({ projectId })).text;
  const results = await engine.getScanResults({ projectId });
  const inventory = await engine.getScanInventory({ projectId });
  if (format === 'markdown') {
    const { name } = await engine.getProject({ projectId });
    return scanMarkdown(name, results, inventory);
  }
  const { scan, findings, techStack, summary, overview } = results;
  return `${JSON.stringify({ scan, findings, techStack, summary, overview, inventory }, null, 2)}\n`;
}
