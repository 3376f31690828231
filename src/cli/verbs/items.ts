import { itemStatus, itemType } from '../../shared/item';
import { chooseProject } from './chooseProject';
import { choice, fields, given, pageAnswer, pageOf } from './output';
import { pageOptions, projectOption, type Verb } from './verb';
import { verbCommand } from './verbCommand';

const list: Verb = {
  name: 'list',
  takes: [],
  about: 'the items of a project, the newest first',
  options: {
    status: { value: 'status', about: 'draft, approved or deprecated' },
    type: { value: 'type', about: itemType.options.join(', ') },
    file: { value: 'path', about: 'that are about this file' },
    tag: { value: 'tag', about: 'that have this tag' },
    ...pageOptions,
    ...projectOption,
  },
  async run(engine, args) {
    const [status, type] = [choice(args, 'status', itemStatus.options), choice(args, 'type', itemType.options)];
    const page = await engine.listItems({
      ...(await chooseProject(engine, args)),
      ...given(args, ['file', 'tag']),
      ...(status === undefined ? {} : { status }),
      ...(type === undefined ? {} : { type }),
      ...pageOf(args),
    });
    return pageAnswer(page, (one) => [one.id, one.status, one.type, one.importance, one.title]);
  },
};

const show: Verb = {
  name: 'show',
  takes: ['<item>'],
  about: 'one item with all that it says',
  options: {},
  async run(engine, args) {
    const item = await engine.getItem({ itemId: args.word(0) });
    const { facts, ...rest } = item;
    return { data: item, text: `${fields(rest)}\n\n${facts}` };
  },
};

const approve: Verb = {
  name: 'approve',
  takes: ['<item>'],
  about: 'approve an item',
  options: { deprecate: { about: 'deprecate it instead' } },
  async run(engine, args) {
    const action = args.isSet('deprecate') ? 'deprecate' : 'approve';
    const item = await engine.approveItem({ itemId: args.word(0), action });
    return { data: item, text: `${item.title} is ${item.status}.` };
  },
};

export const itemsCommand = verbCommand({
  name: 'items',
  summary: 'list, show and approve memory items',
  verbs: [list, show, approve],
});
