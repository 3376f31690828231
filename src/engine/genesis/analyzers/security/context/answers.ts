import type { SourceFile } from '../../../sourceFile';
import { openersOf } from './openers';

/** What stands before the bracket of an answer, in the languages that servers are written in. */
const answer = new RegExp(
  [
    // Script and Python.
    String.raw`(?:\b(?:res|response|reply|ctx|c|NextResponse|Response)(?:\.(?:status|code)\([^()]{0,40}\))?|^\s{0,40})\.(?:json|send)\(\s?\{?$`,
    String.raw`\b(?:jsonify|json\.dumps|JsonResponse|JSONResponse|make_response)\(\s?\{?$|\bctx\.body\s?=\s?\{$|\bnew\s\w{0,30}Exception\(\s?\{?$`,
    // Java and Kotlin: what stands in a map or a body of an answer.
    String.raw`\b(?:ResponseEntity\b[^\n]{0,60}|Response\.\w{1,20}\([^\n]{0,40})(?:\.body|\.entity|\.ok|badRequest|Map\.of|\bnew\s?ResponseEntity(?:<[^<>]{0,30}>)?)\(\s?$|^\s{0,60}\.(?:body|entity)\((?:Map\.of\(|new\s\w{1,40}\()?$`,
    String.raw`^\s{0,40}(?:response|result|body|error|res|map|answer|data|resp|model|redirectAttributes|modelAndView|mav|\w{0,20}Data)\.(?:put|addAttribute|addObject|addFlashAttribute)\($|\bsendError\($|\b(?:out|pw|writer|printWriter|getWriter\(\))\.(?:print|println|write)\($|\bcall\.respond(?:Text)?\(`,
    // C#.
    String.raw`\breturn\s(?:\w{1,20}\.)?(?:Json|Ok|BadRequest|StatusCode|NotFound|Problem|Content|ObjectResult)\((?:new\s?\{?)?$|\bnew\s(?:ObjectResult|JsonResult|ContentResult)\((?:new\s?\{?)?$|\bResults?\.(?:Json|Ok|BadRequest|Problem)\((?:new\s?\{?)?$|\bnew\s\w{0,40}(?:ViewModel|Result|Response)(?:<\w{1,40}>)?(?:\(\))?\s?\{$`,
    // PHP, Go and Ruby.
    String.raw`\bjson_encode\(\s?\[?$|->json\(\s?\[?$|\.JSON\([\w.]{1,40},\s?(?:gin\.H|fiber\.Map|echo\.Map|map\[string\]\w{1,12}(?:\{\})?)?\{?$|\brender\s?\(?json:\s?\{$`,
  ].join('|'),
);
const log = /\b(?:console|log|logger|logging|Sentry|LOG|LOGGER)\b|\bthis\.log/i;

/** A place stands in an object that a handler answers with. */
export function isAnswered(match: RegExpMatchArray, file: SourceFile): boolean {
  const openers = openersOf(file.text, match.index ?? 0);
  if (openers.some((opener) => log.test(opener))) return false;
  return (
    openers.some((opener) => answer.test(opener)) ||
    (/@Controller\(/.test(file.text) && openers.some((opener) => /\breturn\s\{$/.test(opener)))
  );
}
