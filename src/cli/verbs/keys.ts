import { keyKind } from '../../shared/key';
import { choice, table } from './output';
import type { Verb } from './verb';
import { verbCommand } from './verbCommand';

const list: Verb = {
  name: 'list',
  takes: [],
  about: 'all API keys, without the keys themselves',
  options: {},
  async run(engine) {
    const keys = await engine.listKeys({});
    const rows = keys.map(({ id, kind, prefix, lastUsed, name }) => [
      id,
      kind,
      `${prefix}…`,
      lastUsed ?? 'never',
      name,
    ]);
    return { data: keys, text: table(rows) };
  },
};

const create: Verb = {
  name: 'create',
  takes: ['<name>'],
  about: 'make a key; it is shown this once',
  options: { kind: { value: 'kind', about: 'contox (default) or contextSpine' } },
  async run(engine, args) {
    const kind = choice(args, 'kind', keyKind.options);
    const made = await engine.createKey({ name: args.word(0), ...(kind === undefined ? {} : { kind }) });
    return { data: made, text: made.key };
  },
};

const remove: Verb = {
  name: 'delete',
  takes: ['<key-id>'],
  about: 'delete a key; what uses it is refused from then on',
  options: {},
  async run(engine, args) {
    await engine.deleteKey({ keyId: args.word(0) });
    return { data: null, text: 'Deleted.' };
  },
};

export const keysCommand = verbCommand({
  name: 'keys',
  summary: 'list, make and delete API keys',
  verbs: [list, create, remove],
});
