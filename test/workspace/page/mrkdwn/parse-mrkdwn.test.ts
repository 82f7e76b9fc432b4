import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeTyped, typedText } from '../../../../src/workspace/server/typed-text.ts'
import { createWorkMeter } from '../../../helpers/work-meter.ts'

const workOf = createWorkMeter()

interface Node {
  readonly kind: string
  readonly text?: string
  readonly url?: string
  readonly children?: readonly Node[]
}

/** The page's modules are plain JavaScript for the browser, so they are loaded as such. */
const load = async <T>(name: string) =>
  (await import(new URL(`../../../../src/workspace/page/${name}`, import.meta.url).href)) as T
const { parseMrkdwn } = await load<{ parseMrkdwn(text: string): readonly Node[] }>('mrkdwn/parse-mrkdwn.js')
const { safeUrl } = await load<{ safeUrl(url: unknown): string | undefined }>('safe-url.js')

const shown = (nodes: readonly Node[]): string =>
  nodes.map((node) => (node.kind === 'break' ? '\n' : (node.text ?? shown(node.children ?? [])))).join('')
const outline = (nodes: readonly Node[]): unknown[] =>
  nodes.map((node) =>
    node.children
      ? { [node.kind]: outline(node.children) }
      : `${node.kind}:${node.url ? `${node.url}=` : ''}${node.text ?? ''}`,
  )

describe('mrkdwn', () => {
  it.each<[string, unknown[]]>([
    [
      '*bold* and _italic_ and ~gone~',
      [
        { bold: ['text:bold'] },
        'text: and ',
        { italic: ['text:italic'] },
        'text: and ',
        { strike: ['text:gone'] },
      ],
    ],
    ['*bold _and italic_*', [{ bold: ['text:bold ', { italic: ['text:and italic'] }] }]],
    ['snake_case_name 2*3*4', ['text:snake_case_name 2*3*4']],
    ['* not * bold', ['text:* not * bold']],
    ['`*code* &lt;`', ['code:*code* <']],
    ['```\nlet a = 1\n```after', ['pre:let a = 1', 'text:after']],
    ['<https://example.org/a?b=1&amp;c=2|a *link*>', ['link:https://example.org/a?b=1&c=2=a *link*']],
    ['<https://example.org>', ['link:https://example.org=https://example.org']],
    ['<@U1> in <#C1|talks>, <!here>', ['user:', 'text: in ', 'channel:talks', 'text:, ', 'broadcast:@here']],
    ['&gt; quoted\n&gt; on\noff', [{ quote: ['text:quoted', 'break:', 'text:on'] }, 'text:off']],
    ['> typed by an app', [{ quote: ['text:typed by an app'] }]],
    [':tada: :no_such_thing: 10:30:00', ['emoji:🎉', 'text: :no_such_thing: 10:30:00']],
    ['&amp;lt;', ['text:&lt;']],
    ['a < b', ['text:a < b']],
  ])('reads %j', (text, expected) => {
    expect(outline(parseMrkdwn(text))).toEqual(expected)
  })

  it('reads any text, and loses nothing of what has no signs', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void parseMrkdwn(text)))
    const without = fc.string().filter((text) => !/[*_~`:<>&]/.test(text) && !text.includes('\r'))
    fc.assert(
      fc.property(without, (text) => {
        expect(shown(parseMrkdwn(text))).toBe(text)
      }),
    )
  })

  it('shows typed text as it was typed, but for signs', () => {
    const typed = fc.string().filter((text) => !/[*_~`:@#]|https?:|^>|\n>/.test(text))
    fc.assert(
      fc.property(typed, (text) => {
        expect(shown(parseMrkdwn(typedText(text, [], [])))).toBe(text)
      }),
    )
  })

  it('never makes a mention of escaped text', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('<!channel>', '<@U1>', '<#C1>', '<https://x.example>'),
        (text, sneaky) => {
          const kinds = (nodes: readonly Node[]): readonly string[] =>
            nodes.flatMap((node) => [node.kind, ...kinds(node.children ?? [])])
          expect(kinds(parseMrkdwn(escapeTyped(text + sneaky)))).not.toContain('broadcast')
          expect(kinds(parseMrkdwn(escapeTyped(text + sneaky)))).not.toContain('user')
          expect(kinds(parseMrkdwn(escapeTyped(text + sneaky)))).not.toContain('link')
        },
      ),
    )
  })

  it.each(['*a ', '_<', '*`', '```', '<<<', ':a', '&gt; *', '*_~'])(
    'reads %j over and over with work that grows as its length',
    async (unit) => {
      const short = await workOf(() => parseMrkdwn(unit.repeat(250)))
      expect(await workOf(() => parseMrkdwn(unit.repeat(1000)))).toBeLessThan(5 * short)
    },
  )
})

describe('addresses', () => {
  it.each(['https://example.org', 'http://127.0.0.1:3000/#a', 'mailto:someone@example.org'])(
    'may be %s',
    (url) => expect(safeUrl(url)).toBe(url),
  )
  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '/relative',
    '',
    undefined,
    7,
  ])('may not be %s', (url) => expect(safeUrl(url)).toBeUndefined())
})
