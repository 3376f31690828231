import { linesAround } from '../context/enclosing';
import type { LineRule } from '../weakness';
import { ruby } from './languages';

/** What Ruby makes easy to get wrong. */
export const rubyRules: readonly LineRule[] = [
  {
    id: 'ruby-reflection',
    possible: true,
    cwe: 'CWE-470',
    owasp: 'A03',
    title: 'The request names the class or method that is used',
    severity: 'high',
    why: 'Whoever sends the request reaches every class of the program.',
    fix: 'Look the name up in a list of those that are meant.',
    wants: ruby,
    words: ['constantize', 'send(', 'try('],
    pattern:
      /\bparams\[[^\]\n]{1,40}\](?:\.\w{1,20}){0,3}\.(?:safe_)?constantize\b|\b(?:self\.)?(?:public_)?(?:send|try)\(\s{0,3}params\[/g,
    // The framework itself; a list of what may come in, in the routes or beside the call.
    accept: (match, file) =>
      !/request\.$/.test(file.text.slice(Math.max(0, (match.index ?? 0) - 8), match.index)) &&
      !/^\s{0,80}when\s/m.test(linesAround(file, file.lineAt(match.index ?? 0), 1, 0)) &&
      !/constrain|\bvalid|allow|permitted|whitelist|include\?|\bin\?\(/i.test(
        linesAround(file, file.lineAt(match.index ?? 0), 5, 0),
      ),
    examples: [
      {
        path: 'e.rb',
        text: "case params[:s]\nwhen 'published', 'trash'\n  @posts = @posts.send(params[:s])\nend\n",
        lines: [],
      },
      {
        path: 'b.rb',
        text: '# constrained to valid values in routes\nk = params[:type].classify.constantize\n',
        lines: [],
      },
      { path: 'c.rb', text: 'dispatch(request.params[:error].to_s.safe_constantize)\n', lines: [] },
      { path: 'd.rb', text: 'return unless KINDS.include?(params[:a])\nsend(params[:a])\n', lines: [] },
      {
        path: 'a.rb',
        text: 'k = params[:class].classify.constantize\nself.try(params[:graph])\nk = :user.to_s.constantize\n',
        lines: [1, 2],
      },
    ],
  },
  {
    id: 'ruby-html-safe',
    possible: true,
    told: 'unescaped-output',
    cwe: 'CWE-79',
    owasp: 'A03',
    title: 'A text that people enter is written into pages unescaped',
    severity: 'medium',
    why: 'Markup in such a value becomes part of the page, script included.',
    fix: 'Write it escaped, or clean it with a sanitizer where it has to hold markup.',
    wants: ruby,
    words: ['html_safe'],
    pattern: /"[^"\n]{0,200}#\{\s{0,2}params\[[^"\n]{0,200}"\.html_safe|\bparams\[[^\]\n]{1,40}\]\.html_safe/g,
    examples: [
      { path: 'a.rb', text: 'flash[:e] = "No #{params[:email]}".html_safe\nflash[:e] = "No".html_safe\n', lines: [1] },
    ],
  },
];
