import assert from 'node:assert/strict';
import { entryPointFindingsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPointFindings';
import { techStackAnalyzer } from '../../../src/engine/genesis/analyzers/techStack';
import { analyzeSources } from '../../support/analyzeSources';

const tasks = '- name: Install\n  apt:\n    name: nginx\n';
const machines = {
  'ansible.cfg': '[defaults]\n',
  'web.yml': '---\n- hosts: "web"\n  roles:\n    - nginx\n',
  'site.yml':
    '---\n- import_playbook: plays/database.yml\n\n- name: Machines\n  hosts: all # of them\n  tasks:\n    - ping:\n',
  'plays/database.yml': '- name: Data\n  hosts: db\n  roles: [postgres]\n',
  'plays/test_one.yml': '- name: Data\n  hosts: db\n  roles: [postgres]\n',
  'roles/nginx/tasks/main.yml': tasks,
  'roles/postgres/tasks/main.yml': tasks,
  'roles/postgres/molecule/default/converge.yml': '- hosts: all\n  roles: [postgres]\n',
  'hosts.yml': 'all:\n  hosts:\n    a:\n',
  'vars.yml': '- hosts: a\n  name: b\n',
};

async function toldOf(files: Record<string, string>): Promise<{ title: string; content: string; places: string[] }[]> {
  const { findings, problems } = await analyzeSources([techStackAnalyzer, entryPointFindingsAnalyzer], files);
  assert.deepEqual(problems, []);
  return findings
    .filter(({ rule }) => rule === 'entry-points/playbooks')
    .map(({ title, content, evidence }) => ({
      title,
      content,
      places: evidence.map(({ path, startLine }) => `${path}:${startLine}`),
    }));
}

describe('findings about playbooks', () => {
  it('name what machines are set up with, the whole first and without what others take in', async () => {
    const [told] = await toldOf(machines);
    assert.equal(told?.title, 'Playbooks found (Ansible): site.yml and web.yml');
    assert.equal(
      told?.content,
      '- `site.yml:2`, first for `all`, takes in `plays/database.yml`\n- `web.yml:2`, first for `web`',
    );
    assert.deepEqual(told?.places, ['site.yml:2', 'web.yml:2']);
  });

  it('are none beside a program, which they put where it runs', async () => {
    assert.deepEqual(
      await toldOf({ ...machines, 'go.mod': 'module x\n', 'main.go': 'package main\n\nfunc main() {\n}\n' }),
      [],
    );
  });

  it('are none without Ansible', async () => {
    assert.deepEqual(await toldOf({ 'web.yml': machines['web.yml'], 'a.sh': 'echo\n' }), []);
  });
});
