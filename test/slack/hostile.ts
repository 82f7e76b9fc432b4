import fc from 'fast-check'
import { linkKinds, type Passage, type Talk, talkKinds } from '../../src/notes/talk.ts'
import type { SearchResult } from '../../src/search/search-engine.ts'
import type { Range } from '../../src/text/range.ts'
import { fullEvidence, quotationOf } from '../helpers/make-answer.ts'

/** Text as nobody should write it: mentions, markup, other scripts, emoji, control characters, nothing, far too much. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  fc
    .array(
      fc.constantFrom(
        '<!channel>',
        '<!here|now>',
        '<@U012ABCDEF>',
        '<#C012|general>',
        '<https://evil.example|click>',
        '*',
        '_',
        '~',
        '`',
        '```',
        '&amp;',
        '&lt;',
        '\n',
        '\r\n',
        '\u0000',
        '\u001b[31m',
        '"',
        '\\',
        ':tada:',
        '👩‍👩‍👧‍👦',
        'مرحبا',
        '\u202e',
        '日本語',
        'é',
        ' ',
        '\ud800',
        'word ',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    '',
    ' ',
    '\n\n',
    'x'.repeat(10_000),
    'long title '.repeat(1_000),
    `e${'\u0301'.repeat(5_000)}`,
    '👩‍👩‍👧‍👦'.repeat(500),
    '"\\'.repeat(3_000),
  ),
)

const hostileUrl = fc.oneof(
  fc.webUrl(),
  hostileText,
  hostileText.map((text) => `https://example.com/${text}`),
)

export const hostilePassage: fc.Arbitrary<Passage> = fc.record({
  form: fc.constantFrom('paragraph', 'bullet', 'code'),
  text: hostileText,
  line: fc.integer({ min: 1, max: 100_000 }),
  depth: fc.integer({ min: 0, max: 20 }),
})

const few = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 12 })

/** As long and odd as file systems allow. */
const fileName = fc.oneof(
  fc.stringMatching(/^[a-z0-9-]{1,40}$/),
  fc.constantFrom('a'.repeat(252), '"\\'.repeat(126), 'é 日本語'),
)

export const hostileTalk: fc.Arbitrary<Talk> = fc
  .record({
    event: fc.record({ id: fileName, name: hostileText }),
    name: fileName,
    title: hostileText.map((text) => `T${text}`),
    kind: fc.constantFrom(...talkKinds),
    speakers: few(fc.record({ name: hostileText, handle: hostileText }, { requiredKeys: ['name'] })),
    tags: few(hostileText),
    links: few(fc.record({ title: hostileText, url: hostileUrl, kind: fc.constantFrom(...linkKinds) })),
    followUps: few(fc.record({ text: hostileText, url: hostileUrl }, { requiredKeys: ['text'] })),
    attendees: few(hostileText),
    language: fc.constant('en'),
    summary: hostilePassage,
    takeaways: few(hostilePassage),
    sections: fc.oneof(
      few(fc.record({ title: hostileText, line: fc.nat(), passages: few(hostilePassage) })),
      fc.array(
        fc.record({ title: fc.constant('Again'), line: fc.nat(), passages: fc.tuple(hostilePassage) }),
        {
          minLength: 60,
          maxLength: 120,
        },
      ),
    ),
  })
  .map(({ name, ...talk }) => ({
    ...talk,
    id: `${talk.event.id}/${name}`,
    file: `corpus/${talk.event.id}/${name}.md`,
  }))

export const hostileResult: fc.Arbitrary<SearchResult> = fc
  .record({
    talk: hostileTalk,
    text: hostileText,
    cuts: fc.array(fc.nat(400), { maxLength: 80 }),
    line: fc.nat(100_000),
  })
  .map(({ talk, text, cuts, line }) => ({
    talk,
    score: 1,
    coverage: () => 1,
    quote: () =>
      quotationOf(text, { highlights: ranges(text, cuts), file: talk.file, line, section: 'Notes' }),
    evidence: () => fullEvidence,
  }))

/** Sorted ranges apart from each other, within the text. */
function ranges(text: string, cuts: readonly number[]): readonly Range[] {
  const ends = [...new Set(cuts)].filter((cut) => cut <= text.length).sort((a, b) => a - b)
  const pairs: Range[] = []
  for (let index = 0; index + 1 < ends.length; index += 2) pairs.push([ends[index]!, ends[index + 1]!])
  return pairs
}

/** All strings of one key, however deep: e.g. of every `text` in blocks. */
export function mrkdwnTexts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnTexts)
  if (typeof value !== 'object' || value === null) return []
  const own = 'type' in value && value.type === 'mrkdwn' && 'text' in value ? [String(value.text)] : []
  return [...own, ...Object.values(value).flatMap(mrkdwnTexts)]
}
