import { isForDevelopers } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import { readsRequests } from '../../context/requests';
import type { LineRule } from '../../weakness';
import { code } from '../languages';

/** Errors whose text becomes an answer of any status. */
export const errorForms: readonly LineRule[] = [
  {
    id: 'error-text-in-answer',
    possible: true,
    cwe: 'CWE-209',
    owasp: 'A05',
    title: 'The text of an error is sent as an answer',
    severity: 'low',
    why: 'Errors of a database tell strangers its tables and the text of the query.',
    fix: 'Log it, and answer with a short text.',
    wants: code,
    words: ['rr', 'ex.', 'e.', 'xc', 'print_exc', 'str(e'],
    pattern:
      /\bhttp\.Error\(\s?\w{1,20},\s?(?:"[^"\n]{0,60}"\s?\+\s?)?err\.Error\(\)|\.(?:JSON|String|IndentedJSON|HTML)\([^()\n]{1,60},\s?(?:gin|echo|fiber)\.(?:H|Map)\{[^{}\n]{0,80}err\.Error\(\)|\bfmt\.Fprintf?(?:ln)?\(\s?w,[^\n]{0,80}\berr(?:\.Error\(\))?\s?\)|\bres(?:ponse)?\.(?:status\(\s?\d{3}\s?\)\.)?(?:send|json|end|write)\(\s?(?:\{\s?)?(?:\w{1,20}\s?:\s?)?(?:[`"'][^`"'\n]{0,60}(?:["']\s?\+\s?|\$\{))?(?:e|err|error|ex)\.(?:message|stack|toString\(\)|sqlMessage)\b|\.entity\([^;\n]{0,80}\b(?:e|ex)\.get(?:Localized)?Message\(\)|\.put\(\s?"(?:error|message|exception|detail)\w{0,10}"\s?,\s?(?:e|ex)\.get(?:Localized)?Message\(\)|\bout(?:put)?\.print(?:ln)?\([^;\n]{0,120}\+\s?(?:e|ex|exc|exception)\s?[+)]|\brender\s(?:json|plain|html|text):\s?[^\n]{0,60}\b(?:e|ex|error|exception)\.(?:message|backtrace|full_message)\b|\breturn\s[^\n]{0,60}\btraceback\.format_exc\(\)|\breturn\s(?:"[^"\n]{0,60}"\s?\+\s?)?(?:e|ex)\.(?:toString|getMessage|getLocalizedMessage)\(\)\s?[;+]|\.(?:json|send|body)\(\s?[^()\n]{0,60}\bex?\.ToString\(\)/g,
    accept: (match, file) =>
      !isBrowserCode(file) &&
      !isForDevelopers(file, file.lineAt(match.index ?? 0)) &&
      (readsRequests(file) || /\b(?:@Path|HttpServlet|http\.ResponseWriter|errorhandler|Controller)\b/.test(file.text)),
    examples: [
      {
        path: 'a.go',
        text: 'package a\nfunc f(w http.ResponseWriter, r *http.Request) {\n\tif _, err := find(r.FormValue("id")); err != nil {\n\t\thttp.Error(w, err.Error(), 500)\n\t\tlog.Println(err.Error())\n\t}\n}\n',
        lines: [4],
      },
      {
        path: 'a.js',
        text: "app.get('/a', (req, res) => {\n  find(req.query.id, (err, found) => {\n    if (err) return res.status(400).send({ error: err.message });\n    log(err.message);\n    res.json(found);\n  });\n});\n",
        lines: [3],
      },
      {
        path: 'A.java',
        text: '@Path("/a") class A {\n  Response f(HttpServletRequest request) {\n    try { return run(request.getParameter("a")); }\n    catch (Exception e) {\n      return Response.status(500).entity("Error: " + e.getLocalizedMessage()).build();\n    }\n  }\n}\n',
        lines: [5],
      },
      {
        path: 'a.py',
        text: "from flask import request\n@app.errorhandler(500)\ndef failed(e):\n    log(request.args['a'])\n    return traceback.format_exc()\n",
        lines: [5],
      },
      {
        path: 'users_controller.rb',
        text: 'def show\n  render json: find(params[:id])\nrescue => e\n  render json: { error: e.message }\nend\n',
        lines: [4],
      },
    ],
  },
];
