import type { SourceFile } from '../../../sourceFile';
import { conditionsAround, enclosingLines, functionAround, isForDevelopers, linesAround } from './enclosing';

/** Tools and tests of developers, and what looks at certificates itself. */
const besideTraffic =
  /(?:^|[/._-])(?:bin|scripts?|tools?|hack|cli|cmd|check\w*|detect\w*|probe\w*|preflight\w*|bench\w*|\w*tests?|testing|codegen|generators?|templates?|examples?|samples?|commands?)(?:[/._-]|$)/i;
/** `x ? VERIFY_NONE : VERIFY_PEER`, `VERIFY_NONE if …`, a choice of the one who runs it. */
const isChosen =
  /\?\s{0,3}(?:\{|\[)?\s{0,40}(?:rejectUnauthorized\s*:\s*false|OpenSSL::SSL::VERIFY_NONE|ssl\._create_unverified)|\?[^\n]{1,80}:\s*OpenSSL::SSL::VERIFY_NONE|^\s*:\s*\{\s*(?:rejectUnauthorized|$)|VERIFY_NONE\s+(?:if|unless)\b|\belse\s+ssl\._create_unverified|\bdef\s[^\n]{0,200}verify\s*=\s*False|[:,]\s{0,3}\w{0,20}\s{0,2}\?\s{0,40}\{[^{}]{0,200}$/m;
/** Whoever is on the other side is known by something else: a pinned certificate, a fingerprint, an authority of its own. */
const verifiesItself =
  /RequestClientCert\b|RequireAnyClientCert\b|VerifyPeerCertificate|VerifyConnection|checkServerIdentity|RootCAs\b|fingerprint|pinned|peer_certificate|tls_info\(true|Handshake\(|PeerCertificates|ConnectionState\(/;

/** A remark on the line itself says that it is wanted. */
const isMeant =
  /(?:\/\/|#|\/\*)[^\n]{0,200}\b(?:even (?:with|if)|self-?signed|untrusted|invalid cert|on purpose|intentional|deliberate|by design)/i;

/** Behind a setting of this name it is the user who switches it off; to the own machine nobody stands on the way. */
export function isUnconditional(match: RegExpMatchArray, file: SourceFile): boolean {
  const line = file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length);
  const near = linesAround(file, line, 12, 6);
  // `if (this.bypass) …` on the line itself is a choice as well.
  if (/\bif\s?\(/.test(file.lineText(line).slice(0, file.lineText(line).indexOf(match[0].trim())))) return false;
  const own = file.lineText(line);
  // One of two, by what whoever runs it set; an arm of a choice.
  if (/^Server[^?]{1,200}\?/.test(match[0])) return false;
  if (
    file.language === 'rust' &&
    /=>\s*(?:\{|[^\n{]{0,80}\bdanger_accept)/.test(`${enclosingLines(file, line)[0] ?? ''}\n${own}`)
  )
    return false;
  if (/VERIFY_NONE$/.test(match[0]) && /\bVERIFY_PEER\b/.test(linesAround(file, line, 0, 25))) return false;
  if (file.language === 'python' && /\sif\s[^\n]{1,80}\selse\b/.test(own)) return false;
  if (/insecure|unverified|untrusted|ignoreT|skipT/i.test(own.slice(0, Math.max(0, own.indexOf(match[0].trim())))))
    return false;
  if (
    /^InsecureSkipVerify/.test(match[0]) &&
    /\bUser(?:name)?:\s{1,20}"[^"\n]*"[\s\S]{0,200}\bPassword:\s{1,20}"/i.test(linesAround(file, line, 6, 6))
  )
    return false;
  // Who asks afterwards whether the certificate held looks at it, and trusts nothing.
  if (/^reject/.test(match[0]) && /getPeerCertificate\(|authorizationError|\.authorized\b/.test(file.text))
    return false;
  // A field of the program's own settings, which people fill in; an address without TLS.
  if (
    /^Insecure/.test(match[0]) &&
    !/tls\.Config|TLS\w{0,12}Config|tlsConfig/i.test(`${own}\n${enclosingLines(file, line)[0] ?? ''}`)
  )
    return false;
  if (/^CURLOPT/.test(match[0]) && /['"]http:\/\//.test(near) && !/https:/.test(near)) return false;
  // A line that says why to those who read it, and a challenge that is made of a certificate nobody vouches for.
  if (isMeant.test(own) || /\/\/\s?nolint|#\s?nosec|\bNOSONAR\b|\blgtm\b/.test(own) || /acme-tls|tls-alpn/i.test(near))
    return false;
  if (/^\s*verify\s=\sFalse\s*$/.test(own) && /^\s*verify\s=/m.test(linesAround(file, line + 1, 0, 40))) return false;
  if (besideTraffic.test(file.path) || isChosen.test(linesAround(file, line, 2, 0)) || verifiesItself.test(near))
    return false;
  // A record with the first values of a connection that people set up.
  if (
    /^reject/.test(match[0]) &&
    /\b(?:tls|ssl|secure)\s{0,2}:\s{0,2}(?:false|true)\b/.test(linesAround(file, line, 5, 5))
  )
    return false;
  // Many functions have a parameter of this name; what sends a request says so in the call.
  const call = linesAround(file, line, 8, 0);
  if (
    /^verify/.test(match[0]) &&
    !/\b(?:requests|httpx|session|client|http|aiohttp|urllib3|hvac|boto3)\b|(?:\.|\b)(?:get|post|put|patch|delete|head|request|Session|(?:Async)?Client)\(|\.verify\s{0,2}=/i.test(
      call.slice(-600),
    )
  )
    return false;
  if (file.text.length < 4_000 && /127\.0\.0\.1|localhost|health_?check/i.test(`${file.path} ${file.text}`))
    return false;
  if (
    /localhost|127\.0\.0\.1|\[::1\]|loopback|\binternal_?(?:api|url)|_internal_|LocalRootURL|VerifyPeerCertificate|VerifyConnection|AcceptOptions|websocket\.Accept/i.test(
      near,
    )
  )
    return false;
  // The other branch of a question, whatever was asked.
  if (/^(?:\}\s*)?else\b/.test(enclosingLines(file, line)[0] ?? '')) return false;
  if (isForDevelopers(file, line)) return false;
  return !isAskedFor(file, line);
}

/** In a function, or a branch, whose name says that it does not check. */
export const isAskedFor = (file: SourceFile, line: number): boolean =>
  enclosingLines(file, line).some((header) =>
    /(?:\b|_)\w*(?:insecure|untrusted|unverified|skip_?verif|without_?verif|(?:skip|ignore|disable|accept_?all|trust_?all)_?\w{0,12}(?:cert|valid|ssl|tls))\w*/i.test(
      header,
    ),
  ) || conditionsAround(file, line).some((header) => ofChoice.test(header));

const ofChoice = /insecure|reject_?unauth|verify|verif|\btls|ssl|cert|self_?signed|trust|allow|skip|strict/i;

/** Only those come to the line who asked for it, or for whom the program was built in another way. */
export const isForSome = (file: SourceFile, line: number): boolean =>
  isLeftBefore(file, line) || isOfOneBuild(file, line);

/** `if !c.SkipVerify { return ctx }`: who did not ask for it has left the function before. */
function isLeftBefore(file: SourceFile, line: number): boolean {
  const before = functionAround(file, line).split(file.lineText(line).slice(0, 500))[0] ?? '';
  return [...before.matchAll(/^[ \t]*(?:if|unless)\b([^\n]{1,200})\n?[^\n]{0,100}\breturn\b/gm)].some(
    ([, asked = '']) => /insecure|unauth|verif|self_?signed|trust|skip/i.test(asked),
  );
}

/** `#if DEBUG`, `#if IOS`: what is built for all others does not have the line. */
function isOfOneBuild(file: SourceFile, line: number): boolean {
  if (!/^(?:csharp|c|cpp|swift|objective-c)$/.test(file.language)) return false;
  const marks = [...linesAround(file, line, 30, 0).matchAll(/^[ \t]*#\s?(if|endif)\b/gm)];
  return marks.at(-1)?.[1] === 'if';
}
