import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '../../../base/logger';
import { type ProjectPin, projectPin } from '../../../shared/project';

const fileName = '.contox.json';
const maxBytes = 16_384;

/**
 * The pin of a folder, if it has a usable one. The file comes with the repository: it is read only where it is a small
 * plain file (no link, no pipe), and only its two known fields are looked at.
 */
export async function readPin(folder: string, logger: Logger): Promise<ProjectPin | undefined> {
  const text = await readSmallFile(join(folder, fileName));
  if (text === undefined) return undefined;
  const parsed = projectPin.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  logger.warn(`${fileName} was ignored: it holds no usable project id.`);
  return undefined;
}

async function readSmallFile(path: string): Promise<string | undefined> {
  // A link and a pipe are refused by the open itself, so that nothing can be exchanged between a look and the reading.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  try {
    const file = await open(path, flags);
    try {
      const stat = await file.stat();
      if (!stat.isFile() || stat.size > maxBytes) return undefined;
      return (await file.read(Buffer.alloc(maxBytes), 0, maxBytes, 0)).buffer.toString('utf8', 0, stat.size);
    } finally {
      await file.close();
    }
  } catch {
    // Not there, or not for us to read: the folder has no pin.
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // Not JSON: refused by the schema like any other wrong value.
    return undefined;
  }
}
