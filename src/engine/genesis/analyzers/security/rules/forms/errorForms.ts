import { isForDevelopers } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import { readsRequests } from '../../context/requests';
import type { LineRule } from '../../weakness';
import { errorText } from '../broad/kinds';
import { code } from '../languages';

/** Errors whose text becomes an answer of any status. */
export const errorForms: readonly LineRule[] = [
  {
    ...errorText,
    id: 'error-text-in-answer',
    wants: code,
    words: [
      'err.Error()',
      ', err)',
      '.message',
      '.stack',
      'sqlMessage',
      'etMessage()',
      'ocalizedMessage()',
      'out.print',
      'full_message',
      'backtrace',
      'format_exc',
      'e.toString()',
      'ex.toString()',
      'e.ToString()',
      'ex.ToString()',
    ],
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
  {
    ...errorText,
    id: 'error-field-in-answer',
    told: 'error-text-in-answer',
    wants: code,
    words: [
      'err.message',
      'error.message',
      'e.message',
      'ex.message',
      'err.stack',
      'error.stack',
      'str(e',
      '__str__',
      'getMessage()',
      'ex.Message',
      '$e;',
      '$ex;',
      '$exception;',
      '$e ;',
    ],
    pattern:
      /\b(?:message|error|data|details?|msg|reason)\s?:\s?(?:err|error|e|ex)\.(?:message|stack|toString\(\))|\breturn\s{1,3}\{\s?["'](?:error|message|details?|msg)["']\s?:\s?(?:f["'][^"'\n]{0,40}\{)?(?:str\(\s?(?:e|err|error|ex)\s?\)|e\.__str__\(\))|\b(?:BadRequestError|HTTPException|abort)\([^()\n]{0,60}\bstr\(\s?(?:e|ex|err)\s?\)|\becho\b[^;\n]{0,80}(?<![\w>])\$e(?:x|xception)?\s?;|\.addAttribute\(\s?"(?:error|message|msg)\w{0,8}"\s?,\s?\w{1,20}\.get(?:Localized)?Message\(\)|\bView\([^;\n]{0,100}\bex\.Message\b|\b\w{0,20}Message\s?=\s?[^;\n]{0,80}\bex\.Message\b/g,
    accept(match, file) {
      const before = file.text.slice(Math.max(0, (match.index ?? 0) - 260), match.index);
      return (
        !isBrowserCode(file) &&
        !isForDevelopers(file, file.lineAt(match.index ?? 0)) &&
        // A field of what is answered, and of nothing else.
        (!/^(?:message|error|data|detail|msg|reason)/.test(match[0]) ||
          /\bres(?:ponse)?\b[^;{}]{0,80}\.(?:json|send|render|end)\(\s?(?:["'`][\w/]{1,30}["'`],\s?)?\{[^}]{0,200}$/.test(
            before,
          )) &&
        (file.language !== 'csharp' || /Controller\b/.test(file.text))
      );
    },
    examples: [
      {
        path: 'a.js',
        text: "router.get('/', (req, res) => {\n  find(req.query.id).catch((error) => {\n    log({ message: error.message });\n    return res.status(400).json({\n      state: 'FAIL',\n      message: error.message\n    });\n  });\n});\n",
        lines: [6],
      },
      {
        path: 'a.py',
        text: "@app.route('/a')\ndef find():\n    try:\n        return run()\n    except Exception as e:\n        return {'error': str(e)}\n",
        lines: [6],
      },
      { path: 'a.php', text: "<?php\ntry { run(); } catch (Exception $e) { echo 'Failed: ' . $e; }\n", lines: [2] },
      {
        path: 'A.java',
        text: 'class A { String f(Model model) {\n  try { run(); } catch (SQLException e) {\n    model.addAttribute("error", e.getMessage());\n  }\n} }\n',
        lines: [3],
      },
      {
        path: 'CartController.cs',
        text: 'class CartController : Controller {\n  IActionResult F() {\n    try { return Run(); }\n    catch (Exception ex) { return View("Failed", string.Format("Failed: {0}", ex.Message)); }\n  }\n}\n',
        lines: [4],
      },
    ],
  },
];
