import { isEngineError } from '../../../base/engineError';
import { type PopulateNode, populateNode } from '../../../shared/context';
import type { Redactor } from '../../redact/redactor';
import { parseParams } from '../../requests/parseParams';
import { acceptText } from '../acceptText';
import { rootKey } from '../schemaKeys';

/** A node that can be written; its texts are accepted. */
export interface ReadNode {
  readonly schemaKey: string;
  readonly parentSchemaKey: string | undefined;
  readonly name: string;
  readonly description: string | undefined;
  readonly content: string | undefined;
  readonly tier: PopulateNode['tier'];
  readonly contextType: PopulateNode['contextType'];
}

export interface NodeError {
  readonly schemaKey: string;
  readonly message: string;
}

/** Checks each node by itself: a bad one is an error and the others go on. */
export function readNodes(
  nodes: readonly unknown[],
  source: string,
  redactor: Redactor,
): { read: ReadNode[]; errors: NodeError[] } {
  const read = new Map<string, ReadNode>();
  const errors: NodeError[] = [];
  for (const raw of nodes) {
    try {
      const node = parseParams(populateNode, raw);
      if (read.has(node.schemaKey)) errors.push({ schemaKey: node.schemaKey, message: 'appears more than once' });
      else read.set(node.schemaKey, accept(node, source, redactor));
    } catch (error) {
      if (!isEngineError(error, 'invalid')) throw error;
      const messages = error.details?.map(({ path, message }) => `${path}: ${message}`) ?? [error.message];
      errors.push({ schemaKey: keyOf(raw), message: messages.join('; ') });
    }
  }
  return { read: [...read.values()], errors };
}

function accept(node: PopulateNode, source: string, redactor: Redactor): ReadNode {
  const { name = '', description, content } = acceptText(redactor, source, node);
  const { schemaKey, tier, contextType } = node;
  const parentSchemaKey = schemaKey === rootKey ? undefined : node.parentSchemaKey;
  return { schemaKey, parentSchemaKey, name, description, content, tier, contextType };
}

function keyOf(raw: unknown): string {
  const key = typeof raw === 'object' && raw !== null && 'schemaKey' in raw ? raw.schemaKey : undefined;
  return typeof key === 'string' ? key.slice(0, 200) : '';
}
