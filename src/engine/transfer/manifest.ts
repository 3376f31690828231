import { type ExportManifest, exportManifest } from '../../shared/transfer';
import { parseParams } from '../requests/parseParams';

export const manifestFile = 'manifest.json';
export const dataFolder = 'data';
export const formatVersion = 1;

export function readManifest(text: string): ExportManifest {
  return parseParams<ExportManifest>(exportManifest, JSON.parse(text));
}
