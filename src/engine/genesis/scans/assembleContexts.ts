import type { Context, PopulateNode } from '../../../shared/context';
import type { Finding, FindingLayer } from '../../../shared/genesis';
import { markdownCode } from '../markdownText';
import type { FindingDraft } from '../scanModel';
import { genesisKey, layerKey, schemaKeyOf } from './findingIdentity';

const layerNames: Readonly<Record<FindingLayer, string>> = {
  product: 'Product',
  architecture: 'Architecture',
  dependencies: 'Dependencies',
  conventions: 'Conventions',
  dataModel: 'Data model',
  entryPoints: 'Entry points',
  security: 'Security',
};

/** Who proposes the contexts of a scan. */
export const genesisSource = 'genesis';

/** The contexts above those of the findings. */
export function layerNodes(layers: ReadonlySet<FindingLayer>): PopulateNode[] {
  const root: PopulateNode = {
    schemaKey: genesisKey,
    name: 'Genesis',
    description: 'What the scan of the code base found, by layer.',
    contextType: 'system',
  };
  const below = [...layers].map(
    (layer): PopulateNode => ({
      schemaKey: layerKey(layer),
      name: layerNames[layer],
      parentSchemaKey: genesisKey,
      contextType: 'system',
    }),
  );
  return [root, ...below];
}

type NodeSource = Pick<Finding, 'layer' | 'title' | 'content' | 'importance' | 'evidence' | 'rule' | 'confidence'>;

/** One finding as a context: what it says, and where that can be seen. */
export function findingNode(finding: NodeSource, schemaKey: string): PopulateNode {
  return {
    schemaKey,
    name: cut(finding.title, 100),
    ...(finding.title.length > 100 ? { description: cut(finding.title, 500) } : {}),
    content: cut(`${finding.content.trim()}\n\n${evidenceOf(finding)}`, 50_000),
    parentSchemaKey: layerKey(finding.layer),
    contextType: 'memory',
    tier: finding.importance >= 4 ? 1 : 2,
  };
}

const withdrawn = '> Not found any more by the scan of ';

/** Says of a context that its finding is gone; nothing is deleted, because a person may build on it. */
export function withdrawnNode(context: Pick<Context, 'schemaKey' | 'name' | 'content'>, now: number): PopulateNode[] {
  if (context.content.startsWith(withdrawn)) return [];
  const day = new Date(now).toISOString().slice(0, 10);
  const { schemaKey, name, content } = context;
  return [{ schemaKey, name, content: cut(`${withdrawn}${day}.\n\n${content}`, 50_000), tier: 3 }];
}

export function draftNode(draft: FindingDraft): PopulateNode {
  return findingNode(draft, schemaKeyOf(draft));
}

function evidenceOf(finding: Pick<Finding, 'evidence' | 'rule' | 'confidence'>): string {
  const places = finding.evidence.map(({ path, startLine, endLine }) => {
    const lines = startLine === endLine ? `${startLine}` : `${startLine}–${endLine}`;
    return `- ${markdownCode(path)} line ${lines}`;
  });
  const confidence = `${Math.round(finding.confidence * 100)} %`;
  return `**Evidence**\n\n${places.join('\n')}\n\nRule ${markdownCode(finding.rule)}, confidence ${confidence}.`;
}

function cut(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max - 1)}…` : text;
}
