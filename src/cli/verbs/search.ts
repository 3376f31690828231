import { searchKind, searchKinds } from '../../shared/search';
import { UsageError } from '../command';
import { chooseProject } from './chooseProject';
import { choice, pageOf } from './output';
import { pageOptions, projectOption, type Verb } from './verb';
import { verbCommand } from './verbCommand';

const search: Verb = {
  name: 'search',
  takes: ['<words>'],
  more: true,
  about: 'find what a memory says; "a phrase" in quotation marks is looked for as it stands',
  options: {
    kind: { value: 'kinds', about: `of ${searchKinds.join(', ')}; several separated by commas` },
    state: { value: 'state', about: 'draft, approved or deprecated contexts and items' },
    ...pageOptions,
    ...projectOption,
  },
  async run(engine, args) {
    const state = choice(args, 'state', ['draft', 'approved', 'deprecated'] as const);
    const kinds = args
      .option('kind')
      ?.split(',')
      .map((kind) => searchKind.safeParse(kind.trim()).data);
    if (kinds?.includes(undefined)) throw new UsageError(`--kind takes ${searchKinds.join(', ')}`);
    const page = await engine.search({
      q: args.words.join(' ').slice(0, 500),
      ...(await chooseProject(engine, args)),
      ...pageOf(args),
      ...(kinds === undefined ? {} : { kinds: kinds.filter((kind) => kind !== undefined) }),
      ...(state === undefined ? {} : { state }),
    });
    const lines = page.items.map(
      ({ kind, id, title, snippet }) => `${kind} ${id}  ${title.replace(/\s+/g, ' ')}\n    ${snippet}`,
    );
    const hints = [
      ...(page.nextCursor === undefined ? [] : [`There is more: --cursor ${page.nextCursor}`]),
      ...(page.missing === undefined
        ? []
        : [`${page.missing} texts are not in the index yet; look again in a moment.`]),
    ];
    const hint = hints.length === 0 ? undefined : hints.join('\n');
    return { data: page.items, text: lines.length === 0 ? 'None.' : lines.join('\n'), hint };
  },
};

export const searchCommand = verbCommand({
  name: 'search',
  summary: 'find what the memory of a project says',
  verbs: [search],
});
