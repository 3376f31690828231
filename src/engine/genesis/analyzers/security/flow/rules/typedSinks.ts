import type { Further } from './furtherSinks';

/** Calls of Java, C# and PHP that take a query, a page, a template or a file by names of one framework. */
export const typedSinks: Readonly<Record<string, Further>> = {
  'sql-injection': {
    sinks: [
      // Doctrine: a condition is text of the query.
      {
        languages: ['php'],
        callee: /(?:^|\.)(?:where|andWhere|orWhere|having|andHaving|createQuery|executeQuery|executeStatement)$/,
        arguments: [0],
        when: 'joined',
        file: /[qQ]ueryBuilder|Doctrine\\/,
        shows: /^\(\s?["'][^"']{0,200}(?:=|<|>|\blike\b|\bin\s?\()/i,
      },
    ],
    examples: [
      {
        path: 'UserController.php',
        text: "<?php\nuse Doctrine\\ORM\\EntityManagerInterface;\nclass UserController extends AbstractController {\n  function find(Request $request) {\n    $name = $request->query->get('name');\n    $a = $this->users->createQueryBuilder('u')->where(\"u.name = '\" . $name . \"'\");\n    $b = $this->users->createQueryBuilder('u')->where('u.name = :name')->setParameter('name', $name);\n  }\n}\n",
        lines: [6],
      },
    ],
  },
  'nosql-injection': {
    sinks: [
      {
        languages: ['java'],
        callee: /^(?:BasicQuery|(?:BasicDBObject|Document|BsonDocument)\.parse|JSON\.parse)$/,
        arguments: [0],
        when: 'joined',
      },
      {
        languages: ['csharp'],
        callee: /(?:^|\.)(?:Find|FindAsync|FindOneAs|BsonDocument\.Parse|JsonFilterDefinition)$/,
        arguments: [0],
        when: 'joined',
        shows: /^\(\s?[$@]{0,2}"\{/,
        file: /MongoDB/,
      },
    ],
    examples: [
      {
        path: 'A.java',
        text: 'import org.springframework.data.mongodb.core.MongoTemplate;\nclass A { @GetMapping("/a") Object f(@RequestParam String name) {\n  return mongo.find(new BasicQuery("{ name: \'" + name + "\' }"), User.class);\n} }\n',
        lines: [3],
      },
    ],
  },
  'template-injection': {
    sinks: [
      // Thymeleaf runs expressions that stand in the name of a view.
      {
        languages: ['java'],
        callee: /^return$/,
        when: 'joined',
        possible: true,
        file: /@Controller\b(?![\s\S]{0,100000}@RestController)/,
        shows: /^return\s+"(?!redirect:|forward:|<)[\w/.-]{0,60}"\s?\+\s?\w{1,40}\s?(?:;|\+\s?"[\w/.-]{0,40}"\s?;)/,
      },
      // Twig; the text is a program of its own.
      { languages: ['php'], callee: /(?:^|\.)createTemplate$/, arguments: [0], when: 'any' },
    ],
    examples: [
      {
        path: 'A.java',
        text: '@Controller class A {\n  @GetMapping("/a") String a(@RequestParam String lang) {\n    return "pages/" + lang + "/welcome";\n  }\n  @GetMapping("/b") @ResponseBody String b(@RequestParam String name) {\n    return "pages/" + name;\n  }\n}\n',
        lines: [3],
      },
      {
        path: 'PageController.php',
        text: "<?php\nclass PageController extends AbstractController {\n  function show(Request $request) {\n    return $this->twig->createTemplate($request->query->get('text'))->render();\n  }\n}\n",
        lines: [4],
      },
    ],
  },
  'reflected-xss': {
    sinks: [
      {
        languages: ['csharp'],
        callee: /^Content$/,
        arguments: [0],
        when: 'any',
        file: /text\/html/,
        shows: /^\s{0,3}Content\s?=[\s\S]{0,400}<[a-z]\w*[ >/]/i,
      },
      { languages: ['php'], callee: /^(?:var_dump|var_export)$/, arguments: [0], when: 'any', possible: true },
      // Symfony and Laravel send a text as a page, unless a head says otherwise.
      {
        languages: ['php'],
        callee: /^(?:response|Response)$/,
        arguments: [0],
        when: 'joined',
        shows: /<[a-z]\w*[ >/]/i,
      },
    ],
    examples: [
      {
        path: 'A.cs',
        text: 'class A : Controller {\n  public ContentResult Hi(string name) {\n    return new ContentResult { Content = $"<h1>Hi {name}</h1>", ContentType = "text/html" };\n  }\n}\n',
        lines: [3],
      },
      {
        path: 'HiController.php',
        text: "<?php\nclass HiController extends AbstractController {\n  function hi(Request $request) {\n    $name = $request->query->get('name');\n    return new Response('<h1>' . $name . '</h1>');\n  }\n}\n",
        lines: [5],
      },
    ],
  },
};
