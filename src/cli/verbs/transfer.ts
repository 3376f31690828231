import { resolve } from 'node:path';
import { requireProject } from './chooseProject';
import { projectOption, type Verb } from './verb';
import { verbCommand } from './verbCommand';

const write: Verb = {
  name: 'export',
  takes: ['<folder>'],
  about: 'write a whole project into an empty folder, as Markdown to read and as rows for the way back',
  options: projectOption,
  async run(engine, args) {
    const projectId = await requireProject(engine, args);
    const exported = await engine.exportProject({ projectId, folder: resolve(args.cwd, args.word(0)) });
    return { data: exported, text: `${exported.files} files in ${exported.folder}` };
  },
};

const read: Verb = {
  name: 'import',
  takes: ['<folder>'],
  about: 'bring an exported project in; one that was altered is refused',
  options: {},
  async run(engine, args) {
    const imported = await engine.importProject({ folder: resolve(args.cwd, args.word(0)) });
    return { data: imported, text: `${imported.name} is here as ${imported.projectId}.` };
  },
};

export const exportCommand = verbCommand({ name: 'export', summary: 'write a whole project to files', verbs: [write] });
export const importCommand = verbCommand({ name: 'import', summary: 'bring an exported project in', verbs: [read] });
