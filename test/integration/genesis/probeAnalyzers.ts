import type { Extractor } from '../../../src/engine/genesis/extractor';
import type { Analyzer } from '../../../src/engine/genesis/scanModel';

interface ProbeFacts {
  readonly todos: readonly number[];
  readonly text: string;
}

/** Paths that were extracted, for tests that want to know what was looked at again. */
export const extracted: string[] = [];

const probe: Extractor<ProbeFacts> = {
  id: 'probe',
  version: 1,
  wants: (file) => file.role === 'source',
  extract(file) {
    extracted.push(file.path);
    if (file.text.includes('EXTRACTOR BREAKS')) throw new Error('It holds what breaks the extractor.');
    const lines = file.text.split('\n');
    const todos = lines.flatMap((line, index) => (line.includes('TODO') ? [index + 1] : []));
    return todos.length === 0 && !file.text.includes('eval(') ? undefined : { todos, text: file.text.slice(0, 200) };
  },
};

const at = (path: string, line: number) => ({ path, startLine: line, endLine: line });

/** Small analyzers whose findings follow from the files in a way that tests can foretell. */
export const probeAnalyzers: readonly Analyzer[] = [
  {
    id: 'probe',
    extractors: [probe],
    synthesizers: [
      {
        id: 'probe',
        run(model, report) {
          for (const [file, facts] of model.factsOf(probe)) {
            const [first] = facts.todos;
            if (first === undefined) continue;
            model.inventory.commands.push({ name: file.path, run: facts.text, file: file.path, line: first });
            report.finding({
              layer: 'conventions',
              rule: 'probe/todo',
              key: file.path,
              title: `${facts.todos.length} left to do in ${file.path}`,
              content: `Commits: ${model.git?.commits.length ?? 'no git'}`,
              importance: facts.todos.length > 2 ? 4 : 2,
              confidence: 1,
              tags: ['todo'],
              evidence: facts.todos.map((line) => at(file.path, line)),
            });
          }
          model.techStack.push({ name: 'Probe', version: '1', category: 'tooling', evidence: [] });
        },
      },
      {
        id: 'probe/broken',
        run(model) {
          if (model.byPath.has('break-synthesizer.ts')) throw new Error('It holds what breaks the synthesizer.');
        },
      },
    ],
  },
  {
    id: 'security',
    extractors: [],
    synthesizers: [
      {
        id: 'security',
        run(model, report) {
          for (const [file, facts] of model.factsOf(probe))
            if (facts.text.includes('eval('))
              report.finding({
                layer: 'security',
                rule: 'security/eval',
                key: file.path,
                title: `${file.path} runs text as code`,
                content: facts.text,
                importance: 5,
                confidence: 0.9,
                tags: ['owasp'],
                evidence: [at(file.path, 1)],
              });
        },
      },
    ],
  },
];
