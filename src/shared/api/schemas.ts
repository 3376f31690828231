import * as z from 'zod';
import { brain } from '../brain';
import { context, contextSummary, populateNode } from '../context';
import { ingestBody, ingestResult } from '../ingest';
import { item } from '../item';
import { apiKey, keyCreated } from '../key';
import { member, project } from '../project';
import { searchHit } from '../search';
import { enrichJob, enrichStarted, session } from '../session';
import { createSpineEventBody, spineEntity, spineEvent } from '../spine';
import { errorAnswer, health } from './commonAnswers';
import {
  compactResult,
  contextEntry,
  contextLink,
  contextTreeNode,
  contextVersion,
  populateResult,
} from './contextAnswers';
import {
  finding,
  inventory,
  scanCancelled,
  scanResults,
  scanStarted,
  scanStatus,
  scanStatusAnswer,
} from './genesisAnswers';

/** JSON Schema (2020-12), as it stands in an OpenAPI 3.1 document. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Schemas with a name of their own in the OpenAPI document. */
const named = {
  ApiKey: apiKey,
  Brain: brain,
  CompactResult: compactResult,
  Context: context,
  ContextEntry: contextEntry,
  ContextLink: contextLink,
  ContextSummary: contextSummary,
  ContextTreeNode: contextTreeNode,
  ContextVersion: contextVersion,
  CreateEvent: createSpineEventBody,
  EnrichJob: enrichJob,
  EnrichStarted: enrichStarted,
  Entity: spineEntity,
  Error: errorAnswer,
  Event: spineEvent,
  Finding: finding,
  Health: health,
  Ingest: ingestBody,
  IngestResult: ingestResult,
  Inventory: inventory,
  Item: item,
  KeyCreated: keyCreated,
  Member: member,
  PopulateNode: populateNode,
  PopulateResult: populateResult,
  Project: project,
  Scan: scanStatus,
  ScanCancelled: scanCancelled,
  ScanResults: scanResults,
  ScanStarted: scanStarted,
  ScanStatus: scanStatusAnswer,
  SearchHit: searchHit,
  Session: session,
};

const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
const names = new Map<z.ZodType, string>(Object.entries(named).map(([id, schema]) => [schema, id]));
const uri = (id: string): string => `#/components/schemas/${id}`;

/** `components.schemas` of the OpenAPI document. */
export function componentSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, plain(schema)]));
}

/** A schema for a place in the document: a reference where it has a name. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const name = names.get(schema);
  if (name !== undefined) return { $ref: uri(name) };
  if (schema instanceof z.ZodArray) return { type: 'array', items: jsonSchemaOf(schema.element as z.ZodType) };
  return plain(z.toJSONSchema(schema, { io: 'input' }));
}

/** Names and types of what a query or path takes. */
export function parametersOf(
  schema: z.ZodType,
): { readonly name: string; readonly required: boolean; readonly schema: JsonSchema }[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => ({
    name,
    required: required.includes(name),
    schema: typeof property === 'boolean' ? {} : property,
  }));
}

function plain(schema: object): JsonSchema {
  const { $schema: _dialect, $id: _id, ...rest } = schema as Record<string, unknown>;
  return rest;
}
