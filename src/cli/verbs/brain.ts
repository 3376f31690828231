import { largestBudget, smallestBudget } from '../../shared/brain';
import { UsageError } from '../command';
import { chooseProject } from './chooseProject';
import { projectOption, type Verb } from './verb';
import { verbCommand } from './verbCommand';

const brain: Verb = {
  name: 'brain',
  takes: [],
  about: 'print it as Markdown',
  options: {
    budget: { value: 'tokens', about: `at most so many (${smallestBudget} to ${largestBudget}, default 4000)` },
    drafts: { about: 'tell drafts, too' },
    ...projectOption,
  },
  async run(engine, args) {
    const budget = Number(args.option('budget') ?? smallestBudget);
    if (!Number.isInteger(budget) || budget < smallestBudget || budget > largestBudget)
      throw new UsageError(`--budget takes a number from ${smallestBudget} to ${largestBudget}`);
    const document = await engine.getBrain({
      ...(await chooseProject(engine, args)),
      ...(args.option('budget') === undefined ? {} : { budget }),
      ...(args.isSet('drafts') ? { drafts: true } : {}),
    });
    const { contexts, items, findings, sessions } = document.omitted;
    const left = contexts + items + findings + sessions;
    const hint = left === 0 ? undefined : `${left} things found no room: --budget gives more of it.`;
    return { data: document, text: document.markdown.trimEnd(), hint };
  },
};

export const brainCommand = verbCommand({
  name: 'brain',
  summary: 'what is worth knowing of a project, for the beginning of a session',
  verbs: [brain],
});
