import { dedent } from './dedent.ts'

type Directive =
  | { readonly form: 'code'; readonly skip: number; readonly info?: string }
  /** Lines that take the place of the directive's, one for one. */
  | { readonly form: 'text' | 'quotation'; readonly lines: readonly string[] }

const isCode =
  /^(code|code-block|sourcecode|parsed-literal|literalinclude|math|doctest|list-table|csv-table)$/
const isQuotation = /^(epigraph|pull-quote|highlights)$/
/** They tell a program what to do, or a picture's address. */
const isSilent = new RegExp(
  [
    '^(contents|toctree|include|raw|highlight|index|meta|image|default-role|role|sectnum|header|footer|',
    'target-notes|only|currentmodule|module)$',
  ].join(''),
)

/** What people read of a directive (`.. note:: Mind this.`), a footnote or a comment of reStructuredText. */
export function readDirective(lines: readonly string[], dropsComments: boolean): Directive {
  const [first = '', ...below] = lines
  const start = first.trim().slice(2).trim()
  const [, name = '', argument = ''] = /^(?:\|[^|]*\| )?([\w:-]*\w)::(?:\s+(.*))?$/.exec(start) ?? []
  const options = below.findIndex((line) => !/^\s*:[\w-]+:/.test(line))
  const skip = options < 0 ? below.length : options
  const body = [...below.slice(0, skip).map(() => ''), ...dedent(below.slice(skip))]
  if (isCode.test(name)) return { form: 'code', skip: skip + 1, ...(argument && { info: argument.trim() }) }
  if (isSilent.test(name) || /^_/.test(start)) return { form: 'text', lines: [] }
  if (name)
    return {
      form: isQuotation.test(name) ? 'quotation' : 'text',
      lines: [name === 'figure' ? '' : argument, ...body],
    }
  if (/^\[[^\]]+\]/.test(start) || !dropsComments) return { form: 'text', lines: [start || first, ...body] }
  return { form: 'text', lines: [] }
}
