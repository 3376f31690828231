/**
 * How a framework writes parameters in a path:
 * - `colon`: `/users/:id`, `:id?`, `:id(\\d+)`, `*`, `*rest`, `{*rest}`
 * - `slashed`: `/users/:user-id`, `*rest`: a name goes on to the next slash
 * - `braces`: `/users/{id}`, `{id:int}`, `{id?}`, `{*rest}`, `{rest...}`, `{rest:path}`
 * - `segments`: as `braces`, and what stands in braces never holds a slash: `{file:.+}`
 * - `template`: as `braces`, and by RFC 6570 `{/id}` that may be missing, `{+rest}`, `{?query}`
 * - `angles`: `/users/<int:id>`, `<path:rest>`, `<rest..>`, and of Salvo also `{id}`, `{**rest}`
 * - `rails`: `/users/:id(.:format)`, `*rest`
 * - `think`: `/users/:id`, `/users/<id>`, and `[:id]` that may be missing
 * - `regexp`: `^users/(?P<id>\d+)/$`
 */
export type PathNotation =
  | 'colon'
  | 'slashed'
  | 'braces'
  | 'segments'
  | 'template'
  | 'angles'
  | 'rails'
  | 'think'
  | 'regexp';
