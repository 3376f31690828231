import type { Extractor } from '../../../extractor';
import { foreignRoles } from '../../../fileRoles';

/** HTTP calls that a `.proto` file binds to the calls of its services. */
export interface GatewayFact {
  readonly method: string;
  readonly path: string;
  readonly line: number;
  /** `Service/Call`. */
  readonly call: string;
}

/** What is copied in beside a project's own: interfaces that everybody has. */
const ofOthers = /(?:^|\/)(?:google|build\/bazel|envoy|grpc|opentelemetry|gogoproto|protoc-gen-[\w-]{1,40})\//;

const comments = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
const piece =
  /\bservice\s{1,5}(\w{1,100})\s{0,5}\{|\brpc\s{1,5}(\w{1,100})\s{0,5}\(|\boption\s{0,5}\(google\.api\.http\)|(?:\b(get|put|post|delete|patch)|\bkind\s{0,5}:\s{0,5}"([A-Z]{1,20})",?\s{0,40}path)\s{0,5}:\s{0,5}"(\/[^"\n]{0,300})"/g;

/** Reads the annotations of gRPC's HTTP gateway: `option (google.api.http) = { get: "/v1/{name=users/*}" }`. */
export const gatewayExtractor: Extractor<readonly GatewayFact[]> = {
  id: 'entryPoints.gateway',
  version: 3,
  wants: (file) => file.path.endsWith('.proto') && !foreignRoles.has(file.role) && !ofOthers.test(file.path),
  extract(file) {
    if (!file.text.includes('google.api.http')) return undefined;
    const text = file.text.replace(comments, (part) => (part.startsWith('"') ? part : part.replace(/[^\n]/g, ' ')));
    const facts: GatewayFact[] = [];
    let service = '';
    let call = '';
    let isBound = false;
    for (const match of text.matchAll(piece)) {
      const [, declared, rpc, verb, kind, path] = match;
      // `custom: { kind: "HEAD" path: "/v1/health" }`
      const method = verb ?? kind;
      if (declared !== undefined) service = declared;
      else if (rpc !== undefined) call = rpc;
      if (declared !== undefined || rpc !== undefined) isBound = false;
      else if (method === undefined || path === undefined) isBound = true;
      else if (isBound)
        facts.push({
          method: method.toUpperCase(),
          path: gatewayPath(path),
          line: file.lineAt(match.index),
          call: `${service}/${call}`,
        });
    }
    return facts.length === 0 ? undefined : facts;
  },
};

/** `/v1/{user.name=users/*}/posts` is `/v1/users/{name}/posts`: what a variable matches is part of the path. */
function gatewayPath(path: string): string {
  return path.replace(
    /\{([\w.]{1,100})(?:=([^{}]{1,200}))?\}/g,
    (_whole, field: string, pattern: string | undefined) => {
      const name = field.slice(field.lastIndexOf('.') + 1);
      if (pattern === undefined || pattern === '*') return `{${name}}`;
      let stars = 0;
      return pattern.replace(/\*\*?/g, (star) => {
        stars += 1;
        return `{${stars === 1 ? name : `${name}${stars}`}${star === '**' ? '*' : ''}}`;
      });
    },
  );
}
