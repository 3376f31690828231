import type { FileDescription } from '../../../../extractor';
import type { SourceFile } from '../../../../sourceFile';
import type { LineRule } from '../../weakness';
import { isDockerfile } from '../languages';
import { endsAsRoot, isKnownImage } from './dockerStages';

const base = (file: FileDescription): string => file.path.slice(file.path.lastIndexOf('/') + 1);
const isCompose = (file: FileDescription): boolean => /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/.test(base(file));

/** Images for tests, builds and developers hold no service that strangers reach. */
function isOfTools(match: RegExpMatchArray, file: SourceFile): boolean {
  const line = file.lineText(file.lineAt((match.index ?? 0) + match[0].length - 1));
  return (
    /base|dev|test|e2e|\bci\b|build|debug|profil|gitpod|integration|playwright|\.old$|bundle|local|upgrade|update|lint|interactive|tools?\b/i.test(
      base(file),
    ) ||
    /migrat/i.test(`${file.path} ${line}`) ||
    // What is there for those who write the program, and is looked at while it changes.
    /\bxdebug\b|\.dev\.ya?ml\b|\bnodemon\b|--reload\b/.test(file.text) ||
    /^(?:[ \t]*#[^\n]*\n){0,5}[ \t]*#[^\n]*\b(?:development|debugging|testing|local) (?:purposes?|use|only|environment)|\bonly (?:for|in) (?:development|debugging|testing)/i.test(
      file.text.slice(0, 1_500),
    ) ||
    /^[ \t]*FROM\s[^\n]*\b(?:dev-envs|development|dev)\s*$/im.test(file.text) ||
    /(?:^|\/)\.?(?:devcontainer|gitpod|github|dev(?:[-_][\w-]{1,40})?|develop|development|local|tests?|\w*testsuite|e2e|ci|scripts?|tools?|\w*seeder\w*|hack|release|packaging|mock\w{0,12}|build-?images?|ci-?images?|builder|contrib|docs?[\w-]*|document|bench\w*|examples?|samples?|sample[-_]?files|demos?|templates?|generators?|\w*-?guide|deprecat\w*|[\w.-]{1,60}\.(?:tests?|demos?|samples?|examples?))\//i.test(
      file.path,
    ) ||
    /\b(?:run|npm|yarn|pnpm|make|cargo|go)["', ]{1,4}(?:run["', ]{1,4})?(?:tests?|build|lint|check|bench|dev|watch|serve|start:dev|storybook)\b|\["?(?:\/bin\/)?(?:ba)?sh"\]/i.test(
      line,
    )
  );
}

/** The lines of the service that a line of a compose file stands in. */
function serviceAround(text: string, at: number): string {
  const indent = /^services:[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*([ \t]+)/m.exec(text)?.[1];
  if (indent === undefined) return '';
  const heads = [...text.matchAll(new RegExp(`^${indent}[\\w.-]+:`, 'gm'))].map((head) => head.index);
  return text.slice(heads.findLast((head) => head < at) ?? 0, heads.find((head) => head > at) ?? text.length);
}

/** Agents that watch containers, and what runs containers itself. */
const ofContainers =
  /traefik|portainer|watchtower|datadog|promtail|alloy|proxy|cadvisor|dozzle|autoheal|ofelia|diun|docker-gen|acme|runner|dind|agent|exporter|netdata|telegraf|fluent|vector|logspout|beat\b|docker:\d|lambda|localstack|network_mode: host|docker\.sock:ro/i;

/** A stack that is laid over one for developers, and a service for tests. */
const isLaidOver = (match: RegExpMatchArray, file: SourceFile): boolean => {
  const service = serviceAround(file.text, match.index ?? 0);
  return (
    /^\s*[\w.-]*tests?\b[\w.-]*:/i.test(service) ||
    (!/^[ \t]+(?:image|build):/m.test(service) &&
      /^#[^\n]*\b(?:dev|development|local)\b/im.test(file.text.slice(0, 1_000)))
  );
};

/** The image of the service around a place, where it is not built here. */
function imageOf(match: RegExpMatchArray, file: SourceFile): string {
  const service = serviceAround(file.text, match.index ?? 0);
  if (/^[ \t]+build:/m.test(service)) return '';
  return /^[ \t]+image:\s*["']?([^\s"'#]+)/m.exec(service)?.[1] ?? '';
}

/** Settings of containers, pipelines and infrastructure. A commented line never matches: each pattern starts after white space. */
export const configRules: readonly LineRule[] = [
  {
    id: 'docker-root',
    cwe: 'CWE-250',
    owasp: 'A05',
    title: 'The image of a server names no user but root',
    severity: 'low',
    why: 'Its process starts as root: whoever takes it over has every right inside the container. Who starts the container can still name another user.',
    fix: 'Add a user, and `USER` before the command.',
    wants: isDockerfile,
    words: ['CMD', 'cmd', 'ENTRYPOINT', 'entrypoint'],
    pattern: /^[ \t]*(?:CMD|ENTRYPOINT)\b/gim,
    // Only the image that is run counts, and only where it is known that nobody else was named.
    accept(match, file) {
      const after = file.text.slice((match.index ?? 0) + match[0].length);
      // `HEALTHCHECK … \` and, in the next line, its command.
      if (/\\[ \t]{0,20}\r?\n$/.test(file.text.slice(Math.max(0, (match.index ?? 0) - 100), match.index))) return false;
      const isLast = !/^[ \t]*(?:CMD|ENTRYPOINT|FROM)\b/im.test(after);
      // The entry point gives its rights up itself.
      const changes =
        /\b(?:gosu|su-exec|setpriv|s6-overlay|s6-svscan|s6-setuidgid|setuidgid|chpst|runuser|supervisord|tini-static.*su)\b|^[ \t]*(?:CMD|ENTRYPOINT)[^\n]{0,200}\bsu\b/im.test(
          file.text,
        );
      // A server says where it listens; a program that somebody starts by hand is another matter.
      const listens =
        /^[ \t]*EXPOSE\s/m.test(file.text) ||
        /(?:--?(?:port|host|bind)\b|-b["', ]{1,4}0\.0|0\.0\.0\.0|gunicorn|uvicorn|puma|uwsgi|runserver|catalina|nginx)/.test(
          after,
        );
      // A user is made, and its number handed to a program that goes on as that one.
      const handsOn =
        /\b(?:useradd|adduser)\b/.test(file.text) &&
        /^[ \t]*ENV[ \t][^\n]{0,200}(?:_|\b)P?[GU]ID[= ]/im.test(file.text);
      return isLast && listens && !changes && !handsOn && !isOfTools(match, file) && endsAsRoot(file.text);
    },
    examples: [
      {
        path: 'Dockerfile',
        text: 'FROM node:20\nEXPOSE 80\nHEALTHCHECK --interval=5m \\\n  CMD curl -f http://localhost/\nENTRYPOINT ["node", "a.js"]\n',
        lines: [5],
      },
      { path: 'Dockerfile', text: 'FROM node:20\nEXPOSE 80\nCMD ["node", "a.js"]\n', lines: [3] },
      { path: 'Dockerfile', text: 'FROM node:20\nEXPOSE 80\nUSER node\nCMD ["node", "a.js"]\n', lines: [] },
      {
        path: 'Dockerfile',
        text: 'FROM node:20 AS base\nUSER node\nFROM base\nEXPOSE 80\nCMD ["node", "a.js"]\n',
        lines: [],
      },
      { path: 'Dockerfile', text: 'FROM example/own:1\nEXPOSE 80\nCMD ["node", "a.js"]\n', lines: [] },
      // A program that is started by hand, an image for developers, a script that gives the rights up.
      { path: 'Dockerfile', text: 'FROM alpine:3\nENTRYPOINT ["tool"]\n', lines: [] },
      {
        path: 'Dockerfile',
        text: 'FROM node:20 AS a\nEXPOSE 80\nFROM a AS dev-envs\nCMD ["npm", "start"]\n',
        lines: [],
      },
      { path: 'Dockerfile', text: 'FROM node:20\nEXPOSE 80\nCMD ["gosu", "node", "node", "a.js"]\n', lines: [] },
      { path: 'Dockerfile', text: 'FROM node:20\nENTRYPOINT ["sh", "-c", "npm run test"]\n', lines: [] },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN useradd -u 1976 cups\nENV CUPS_UID=1976\nEXPOSE 80\nENTRYPOINT ["cups"]\n',
        lines: [],
      },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN useradd -u 1976 cups\nENV CUPS_MODE=a\nEXPOSE 80\nENTRYPOINT ["cups"]\n',
        lines: [5],
      },
      { path: 'Dockerfile', text: 'FROM node:20\nEXPOSE 80\nCMD ["npm", "run", "dev"]\n', lines: [] },
      { path: 'build/dev-toolkit/Dockerfile', text: 'FROM python:3\nEXPOSE 80\nCMD ["./a"]\n', lines: [] },
      { path: 'src/Shop.Demo/Dockerfile', text: 'FROM python:3\nEXPOSE 80\nCMD ["./a"]\n', lines: [] },
      { path: 'src/Shop.DbMigrator/Dockerfile', text: 'FROM python:3\nEXPOSE 80\nCMD ["./a"]\n', lines: [] },
      {
        path: 'Dockerfile',
        text: '# This file is for development purposes only\nFROM golang:1\nEXPOSE 80\nCMD ["./a"]\n',
        lines: [],
      },
      // Windows has no root; the version of an image stands above.
      {
        path: 'Dockerfile',
        text:
          'ARG TAG=10-nanoserver-ltsc2022\nFROM mcr.microsoft.com/dotnet/aspnet:$' + '{TAG}\nEXPOSE 80\nCMD ["a"]\n',
        lines: [],
      },
      {
        path: 'Dockerfile',
        text: 'ARG BASE=python\nFROM $' + '{BASE}:3\nEXPOSE 80\nCMD ["./a"]\n',
        lines: [4],
      },
    ],
  },
  {
    id: 'entry-gives-up-root',
    silent: true,
    cwe: 'CWE-250',
    owasp: 'A05',
    title: 'A script at the start of a container goes on as another user',
    severity: 'low',
    why: 'What runs then has no rights of root.',
    fix: 'Nothing.',
    wants: (file) =>
      file.language === 'shell' || /(?:entry[-_]?point|docker-start|start|run)[\w.-]{0,20}$/i.test(base(file)),
    words: ['gosu', 'su-exec', 'setpriv', 'runuser', 'setuidgid', 'exec su'],
    pattern: /\b(?:gosu|su-exec|setpriv|runuser|s6-setuidgid|exec su|exec sudo -u)\s/g,
    examples: [{ path: 'docker/entrypoint.sh', text: 'chown app /data\nexec gosu app "$@"\n', lines: [2] }],
  },
  {
    id: 'docker-unpinned-image',
    possible: true,
    cwe: 'CWE-1357',
    owasp: 'A08',
    title: 'A base image is taken without a version',
    severity: 'low',
    why: 'The next build can be another system.',
    fix: 'Name a version, or better a digest.',
    wants: isDockerfile,
    words: ['FROM', 'from'],
    pattern: /^[ \t]*FROM\s+(?:--platform=\S+\s+)?(?<image>[a-z0-9][\w./-]*)(?::latest)?(?=\s|$)/gim,
    accept(match, file) {
      const image = match.groups?.['image'] ?? '';
      if (isOfTools(match, file)) return false;
      // `FROM build` names an earlier stage; `scratch` has no version.
      const stage = new RegExp(`\\bAS\\s+${image.replace(/[^\w-]/g, '.')}\\s*$`, 'im').test(file.text);
      return isKnownImage(image) && !stage;
    },
    examples: [
      {
        path: 'Dockerfile',
        text: 'FROM node\nFROM python:latest AS x\nFROM node:20 AS build\nFROM build\nFROM scratch\nFROM runtime\n',
        lines: [1, 2],
      },
      // An image of one's own, one that has its version in its name, one for developers.
      {
        path: 'Dockerfile',
        text: 'FROM ghcr.io/shop/base:latest\nFROM gcr.io/distroless/static-debian13\n',
        lines: [],
      },
      { path: 'Dockerfile', text: 'FROM registry.access.redhat.com/ubi9/openjdk-17\n', lines: [] },
      { path: '.gitpod.Dockerfile', text: 'FROM ubuntu\n', lines: [] },
    ],
  },
  {
    id: 'docker-remote-script',
    cwe: 'CWE-494',
    owasp: 'A08',
    title: 'A script from the network is run while the image is built',
    severity: 'low',
    why: 'Who controls the address controls the image; nothing checks what arrives.',
    fix: 'Download a fixed version and check its hash.',
    wants: isDockerfile,
    words: ['curl', 'wget'],
    // What one command of a chain fetches says nothing of the next.
    pattern: /\b(?:curl|wget)\b(?:[^\n|;&]|&(?!&)){0,200}\|\s*(?:sudo\s+)?(?:ba|z|da)?sh\b/g,
    accept: (match, file) =>
      !/^[ \t]*#/.test(file.text.slice(file.text.lastIndexOf('\n', match.index ?? 0) + 1)) &&
      !isOfTools(match, file) &&
      !/[/ ]v?\d+\.\d+|sha256sum|@v?\d|VERSION/.test(
        match[0] +
          file.text
            .slice((match.index ?? 0) + match[0].length, (match.index ?? 0) + match[0].length + 80)
            .split('\n')[0],
      ),
    examples: [
      // An image for developers, a fixed version.
      {
        path: 'Dockerfile',
        text: 'FROM a:1\nRUN curl -o a.tgz https://example.org/1.2.3/a.tgz && curl https://example.org/i.sh | bash\n',
        lines: [2],
      },
      { path: '.devcontainer/Dockerfile', text: 'RUN curl -fsSL https://example.org/i.sh | bash\n', lines: [] },
      { path: 'Dockerfile', text: 'RUN curl -fsSL https://example.org/0.4.17/i.sh | bash\n', lines: [] },
      {
        path: 'Dockerfile',
        text: 'RUN curl -fsSL https://example.org/i.sh | bash -s -- "v$' + '{TOOL_VERSION}"\n',
        lines: [],
      },
      { path: 'docs/Dockerfile', text: 'RUN curl -fsSL https://example.org/i.sh | bash\n', lines: [] },
      {
        path: 'Dockerfile',
        text: '# curl https://x | sh\nRUN curl -fsSL https://example.org/i.sh | bash\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'compose-privileged',
    cwe: 'CWE-250',
    owasp: 'A05',
    title: 'A container has the rights of the host',
    severity: 'high',
    why: 'Privileged mode and the Docker socket each give the whole machine to whoever takes over the container.',
    fix: 'Give the single capability that is needed.',
    wants: isCompose,
    words: ['privileged', 'docker.sock'],
    pattern: /^[ \t]+privileged:\s*true\b|^[ \t]+-\s*["']?\/var\/run\/docker\.sock:/gm,
    // What starts, watches or leads to containers needs the socket; a daemon of its own needs the rights.
    accept: (match, file) =>
      !/(?:^|[/._-])(?:dev|develop|development|local|tests?|systests?|acceptance|e2e|ci|examples?|samples?|demos?|poc|design|proposals?|monitoring|grafana|datadog|nvidia|gpu|dind|hack|minimal|playground|scripts?|tools?)(?:[/._-]|$)/i.test(
        file.path,
      ) &&
      !isLaidOver(match, file) &&
      !ofContainers.test(serviceAround(file.text, match.index ?? 0)),
    detail: imageOf,
    examples: [
      {
        path: 'docker-compose.yml',
        text: 'services:\n  a:\n    build: .\n    privileged: true\n    # privileged: true\n',
        lines: [4],
      },
      // The proxy that reads which containers run, a stack for developers, a daemon inside a container.
      {
        path: 'compose.yml',
        text: 'services:\n  a:\n    image: traefik:3\n    volumes:\n      - /var/run/docker.sock:/var/run/docker.sock:ro\n',
        lines: [],
      },
      { path: 'docker-compose.dev.yml', text: 'services:\n  a:\n    privileged: true\n', lines: [] },
      { path: 'compose.yaml', text: 'services:\n  a:\n    image: docker:27-dind\n    privileged: true\n', lines: [] },
      {
        path: 'docker-compose.sandbox.yml',
        text: '# For local development, with docker-compose.dev.yml.\nservices:\n  a:\n    privileged: true\n',
        lines: [],
      },
      { path: 'compose.yml', text: 'services:\n  gui_tests:\n    build: .\n    privileged: true\n', lines: [] },
    ],
  },
];
