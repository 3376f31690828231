import { fields, table } from './output';
import type { Verb } from './verb';
import { verbCommand } from './verbCommand';

const list: Verb = {
  name: 'list',
  takes: [],
  about: 'all projects',
  options: {},
  async run(engine) {
    const projects = await engine.listProjects({});
    const rows = projects.map(({ id, status, name, localPath }) => [id, status, name, localPath ?? '']);
    return { data: projects, text: table(rows) };
  },
};

const show: Verb = {
  name: 'show',
  takes: ['<project>'],
  about: 'one project and its members',
  options: {},
  async run(engine, args) {
    const projectId = args.word(0);
    const [project, members] = await Promise.all([engine.getProject({ projectId }), engine.listMembers({ projectId })]);
    const people = members.map(({ userId, role, name, email }) => [userId, role, name, email]);
    return { data: { ...project, members }, text: `${fields(project)}\n\n${table(people)}` };
  },
};

const create: Verb = {
  name: 'create',
  takes: ['<name>'],
  about: 'make a project',
  options: { folder: { value: 'path', about: 'the folder that it is about' } },
  async run(engine, args) {
    const localPath = args.option('folder');
    const project = await engine.createProject({
      name: args.word(0),
      ...(localPath === undefined ? {} : { localPath }),
    });
    return { data: project, text: project.id };
  },
};

export const projectsCommand = verbCommand({
  name: 'projects',
  summary: 'list, show and make projects',
  verbs: [list, show, create],
});
