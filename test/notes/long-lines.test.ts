/** Lines that nobody writes by hand are read in a time that grows with their length, wherever they stand, and with their number. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readNote } from '../../src/notes/note/read-note.ts'
import { harbour } from '../corpora/harbour.ts'
import { growthOf, maxGrowth, processorTimeOf, tries } from '../helpers/growth.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

/** What makes regular expressions look again and again. */
const pieces = [
  ...[
    ' ',
    '\t',
    '\u00a0',
    '-',
    ' - ',
    '#',
    '.',
    '*',
    '_',
    '`',
    '"',
    '|',
    '+',
    '=',
    ':',
    ': ',
    ', ',
    '(',
    '[',
    '<',
  ],
  ...['0@', 'A ', ' by ', 'http:h', '{{<', '{% a', '{{', 'image:a[', '<<a,', '(a', 'day 1 ', '\\', '!['],
]
/** Characters of each line. */
const longest = 48_000
/** What takes no more than this many times what plain words take is not looked at further. */
const plainEnough = 6

test.each(['md', 'org', 'adoc', 'rst', 'txt'])('in files that end in .%s', async (ending) => {
  const readingTime = timeToRead(ending, temporaryFolder())
  await readingTime('word ', longest)
  const ofPlain = await readingTime('word ', longest)
  const slow: string[] = []
  for (const piece of pieces) {
    const growths: number[] = []
    while (growths.length < tries) {
      const ofLongest = await readingTime(piece, longest)
      if (ofLongest < plainEnough * ofPlain) break
      const growth = ofLongest / (await readingTime(piece, longest / 4))
      if (growth < maxGrowth) break
      growths.push(growth)
    }
    if (growths.length === tries) slow.push(`${JSON.stringify(piece)}: ${growths}`)
  }
  expect(slow).toEqual([])
})

/** Reads notes whose lines are one piece again and again. Returns milliseconds of processor time. */
function timeToRead(ending: string, folder: string) {
  const path = join(folder, `a.${ending}`)
  const mark = ending === 'org' ? '*' : ending === 'adoc' ? '=' : '#'
  const place = { id: 'harbour-2019/a', stem: 'a', hasSiblings: false, event: harbour }
  return (piece: string, length: number) =>
    processorTimeOf(async () => {
      for (const text of textsOfLines(piece.repeat(Math.ceil(length / piece.length)), mark)) {
        writeFileSync(path, text)
        await readNote(path, { ...place, isNamedEvent: false, isStrict: false })
      }
    })
}

function textsOfLines(line: string, mark: string): readonly string[] {
  const fields = ['title', 'speaker', 'date', 'tags', 'event'].map((key) => `${key}: T${line}x 2024-05-01`)
  const body = `${mark} T${line}x.\n\n${mark}${mark} Next${line}x\n\nwords${line}x.\n\nSpeaker: A${line}x\n`
  return [
    `---\n${fields.join('\n')}\n---\n${body}conference:: T${line}x\n`,
    `${mark} Oars by Ada T${line}x\n\n${mark}${mark} Next\n\nspeaker:: A${line}x\ndate:: T${line}x 2024-05-01\n\n- It rows.\n`,
    `${mark} Oars\n${line}\n\t${line}x\n\n    ${line}\n    x${line}\n\n\`\`\`\n${line}\n${line}x\n\`\`\`\n`,
  ]
}

/** With its number in the place of `N`. */
const blocks = [
  ['md', '## Talks\n'],
  ['md', '# Oars N\n'],
  ['md', '# Oars N\nSpeaker: Ada Pier\n\n'],
  ['md', '# Day N\n## Oars N (Ada Pier)\n'],
  ['md', '## Talks N\n\n- **Oars N** by Ada Pier\n'],
  ['md', '- Oars N (Ada Pier)\n'],
  ['md', '10:00 Oars N (Ada Pier)\n\n'],
  ['rst', 'Oars N\n======\n\n'],
  ['org', '* Talks\n** Oars N\n'],
  ['adoc', '== Oars N (Ada Pier)\n\n'],
] as const

const ours = '---\ntitle: Oars\nkind: talk\n---\n'
/** Talks below several steps of headings. */
const steps = '# 9 June 2024\n\n## OarConf\n\n### Day One\n\n'

test.each([
  ...blocks.map(([ending, block]) => [ending, block, '', 16_000] as const),
  // So short that many more have room.
  ['md', '#### ab\n', steps, 60_000] as const,
  // One item, and one paragraph with tables.
  ['md', 'It rows N.\n', '# Oars\n\n- ', 6_000] as const,
  ['md', 'Rows\n| a | N |\n| c | d |\n', ours, 6_000] as const,
])('in %s files of as many blocks as there is room for: %j', async (ending, block, above, most) => {
  const path = join(temporaryFolder(), `a.${ending}`)
  const place = { id: 'harbour-2019/a', stem: 'a', hasSiblings: false, event: harbour }
  const timeOf = async (count: number) => {
    const text = Array.from({ length: count }, (_, at) => block.replaceAll('N', String(at))).join('')
    writeFileSync(path, `${above}${text}`)
    const before = process.cpuUsage()
    await readNote(path, { ...place, isNamedEvent: false, isStrict: false })
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  const growths: number[] = []
  await timeOf(1_000)
  while (growths.length < tries) {
    const growth = (await timeOf(most)) / (await timeOf(most / 4))
    if (growth < maxGrowth) return
    growths.push(growth)
  }
  expect(growths).toEqual([])
})

test.each([
  ['keys', (place: number) => `k${place}: v`],
  ['keys with keys', (place: number) => `k${place}: { a: v, b: v }`],
])('in front matter of as many %s as a note has room for', async (_, lineAt) => {
  const path = join(temporaryFolder(), 'a.md')
  const place = { id: 'harbour-2019/a', stem: 'a', hasSiblings: false, event: harbour }
  const read = async (length: number) => {
    const lines = Array.from({ length }, (_, place) => lineAt(place))
    writeFileSync(path, `---\n${lines.join('\n')}\n---\nOars.\n`)
    await readNote(path, { ...place, isNamedEvent: false, isStrict: false })
  }
  expect(await growthOf(read, 24_000)).toBeLessThan(maxGrowth)
})
